import { isCode } from '#server/domain/labels/code'
import { isInstructions } from '#server/domain/labels/instructions'
import { styleOf } from '#server/domain/rating/style/answer-style'
import { expect, it } from 'vitest'

/** The best of some runs: others use this machine too. */
function ms(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return Math.min(...times)
}

// One demand, so that the rule goes on and counts what is listed.
const text = (end: string, length: number): string => `You must a${end.repeat(length)}b`

it.each([
  ['whether it is about programs', (prompt: string) => isCode([prompt])],
  ['whether it is full of demands', (prompt: string) => isInstructions([prompt])],
  ['what an answer looks like', styleOf],
])('%s is found in a time that grows with the length, empty lines or not', (_, rule) => {
  for (const end of ['\n', '\r', '\u2028', ' \n']) {
    const [short, long] = [text(end, 2000), text(end, 32_000)]
    // Sixteen times as long: 256 times the time, if each line looked at all that follow.
    expect(ms(() => rule(long))).toBeLessThan(
      64 *
        Math.max(
          0.05,
          ms(() => rule(short)),
        ),
    )
  }
})

it('what is listed below empty lines counts once', () => {
  const list = '\n\n\n  - one\n\n  - two\n\t3. three\n'
  expect(styleOf(list).lists).toBe(3)
  expect(isInstructions([`You must say: ${list}`])).toBe(true)
  expect(isCode(['Hm.\n\n\n  import os'])).toBe(true)
})
