import { isCode } from '#server/domain/labels/code'
import { isCreative } from '#server/domain/labels/creative'
import { isInstructions } from '#server/domain/labels/instructions'
import { labelsOf } from '#server/domain/labels/label-rules'
import { isMath } from '#server/domain/labels/math'
import { languageOf } from '#server/domain/labels/prompt-language'
import { styleOf } from '#server/domain/rating/style/answer-style'
import { expect, it } from 'vitest'

/** The best of some runs: others use this machine too. */
function ms(work: () => unknown, enough = 0): number {
  let best = Infinity
  for (let run = 0; run < 5 && best > enough; run += 1) {
    const begun = performance.now()
    work()
    best = Math.min(best, performance.now() - begun)
  }
  return best
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

const RULES: [name: string, rule: (text: string) => unknown][] = [
  ['every label', (text) => labelsOf({ prompts: [text], pictures: 0 })],
  ['programs', (text) => isCode([text])],
  ['mathematics', (text) => isMath([text])],
  ['something made up', (text) => isCreative([text])],
  ['demands', (text) => isInstructions([text])],
  ['the language', (text) => languageOf(text, () => '')],
  ['the style of an answer', styleOf],
]
/** What gets a rule so far that it looks at what comes after. */
const BEGINNINGS = [
  ...['', 'what is 1+', 'what is 1', 'You must ', 'at most ', '不超过', '用', '以', 'write ', '写'],
  ...['```', '```py\n', '**', '__', '- ', 'in ', 'select ', '#include', '\\frac'],
]
const FILLERS = [
  ' ',
  '\n',
  '\r',
  ' \n',
  '1',
  '一',
  '中',
  'a',
  'a ',
  'A',
  '`',
  '*',
  '#',
  '1+ ',
  '- ',
  '用',
  '\\',
]

/** Ten times what the slowest rule takes; one that looks at all that follows from each place takes a second and more. */
const SOON_MS = 150

it.each(RULES)('%s is found soon whatever is repeated in a prompt', (_, rule) => {
  for (const beginning of BEGINNINGS) {
    for (const filler of FILLERS) {
      const prompt = beginning + filler.repeat(32_000 / filler.length)
      expect(
        ms(() => rule(prompt), SOON_MS),
        JSON.stringify([beginning, filler]),
      ).toBeLessThan(SOON_MS)
    }
  }
})

it('a formula and a count of characters are found as before', () => {
  for (const formula of ['1+1', '2 * ( 3', 'x ^ √ 2', '7 = y', 'a/ b']) {
    expect(isMath([`what is ${formula}?`]), formula).toBe(true)
  }
  expect(isMath(['what is 1 + ?'])).toBe(false)
  expect(isInstructions(['写五十字以内，不要标题'])).toBe(true)
  expect(isInstructions(['写120字左右，不要标题'])).toBe(true)
  expect(isInstructions(['写字以内，不要标题'])).toBe(false)
})

it('what is listed below empty lines counts once', () => {
  const list = '\n\n\n  - one\n\n  - two\n\t3. three\n'
  expect(styleOf(list).lists).toBe(3)
  expect(isInstructions([`You must say: ${list}`])).toBe(true)
  expect(isCode(['Hm.\n\n\n  import os'])).toBe(true)
})
