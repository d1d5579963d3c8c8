import { beforeAll, describe, expect, it } from 'vitest'
import type { Pace } from '#server/domain/pacing/flow'
import { makePace } from '#server/domain/pacing/pace'
import type { BlindPace } from '#shared/vocabulary'
import { guessAll, type Guesses } from '../../support/rhythm/guess.js'
import { lockStep } from '../../support/rhythm/lock-step.js'
import { SYNTHETIC_PROVIDERS } from '../../support/rhythm/synthetic-provider.js'
import { BATTLES_EACH, playTournament, type Looks } from '../../support/rhythm/tournament.js'
import { firstShown, held, type WatchedBattle } from '../../support/rhythm/watched-battle.js'

/** What a voter who wants to know may do beside reading the first answers. */
const MORE: Record<string, [pace: BlindPace, looks: Looks]> = {
  'paced, one side asked again twice': ['paced', { again: { times: 2, pace: 'paced' } }],
  'strict, one side asked again twice': ['strict', { again: { times: 2, pace: 'strict' } }],
  'paced, three prompts': ['paced', { prompts: 3 }],
  'strict, three prompts': ['strict', { prompts: 3 }],
}

const PACES: Record<string, () => Pace> = {
  off: () => makePace('off'),
  'lock-step': () => lockStep,
  paced: () => makePace('paced'),
  strict: () => makePace('strict'),
}

interface Measured {
  battles: WatchedBattle[]
  guesses: Guesses
  lengthAlone: number
}

function measure(pace: () => Pace): Measured {
  const { battles, samples } = playTournament(pace)
  const guesses = guessAll(samples)
  const lengthAlone = guessAll(samples.map((each) => ({ ...each, features: [each.features[0]!] })))
  return { battles, guesses, lengthAlone: lengthAlone.best }
}

const most = (battles: readonly WatchedBattle[], figure: (battle: WatchedBattle) => number) =>
  Math.max(...battles.map(figure))

/** Of the middle battle, in seconds. */
function middle(battles: readonly WatchedBattle[], figure: (battle: WatchedBattle) => number) {
  const sorted = battles.map(figure).sort((a, b) => a - b)
  return seconds(sorted[Math.floor(sorted.length / 2)]!)
}
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function table(rows: readonly Record<string, string>[]): string {
  const lines = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))]
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  )
  return lines.map((line) => line.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')).join('\n')
}

describe(`which of ${SYNTHETIC_PROVIDERS.length} providers wrote, by rhythm alone`, () => {
  const measured: Record<string, Measured> = {}
  beforeAll(() => {
    for (const [name, pace] of Object.entries(PACES)) measured[name] = measure(pace)
  }, 120_000)

  it('prints what was guessed right at every pace, and what each pace costs', () => {
    const rows = Object.entries(measured).map(([pace, { battles, guesses }]) => ({
      pace,
      'guessed right': percent(guesses.best),
      ...Object.fromEntries(Object.entries(guesses.by).map(([by, share]) => [by, percent(share)])),
      'first text': middle(battles, firstShown),
      'held beyond the slower side': middle(battles, held),
      'at most': seconds(most(battles, held)),
    }))
    process.stdout.write(`${table(rows)}\n`)
    const { lengthAlone } = measured.strict!
    const each = `${BATTLES_EACH} battles each`
    process.stdout.write(`length alone ${percent(lengthAlone)}, chance 12.5 %, ${each}\n`)
    expect(lengthAlone).toBeLessThan(0.2)
  })

  it('is told by a raw relay and by a lock-step, so that the guesser is worth something', () => {
    expect(measured.off!.guesses.best).toBeGreaterThan(0.95)
    expect(measured['lock-step']!.guesses.best).toBeGreaterThan(0.5)
  })

  it('is guessed in at most 35 % where battles are paced, in 25 % where they are strict', () => {
    expect(measured.paced!.guesses.best).toBeLessThanOrEqual(0.35)
    expect(measured.strict!.guesses.best).toBeLessThanOrEqual(0.25)
  })

  it('is told little more by a side that is asked again alone as often as may be; what more prompts tell is printed', () => {
    const guessed = Object.entries(MORE).map(([looks, [pace, more]]) => {
      const { samples } = playTournament(() => makePace(pace), more)
      return { looks, best: guessAll(samples).best }
    })
    const rows = guessed.map(({ looks, best }) => ({ looks, 'guessed right': percent(best) }))
    process.stdout.write(`${table(rows)}\n`)
    expect(guessed[0]!.best).toBeLessThanOrEqual(0.35)
    expect(guessed[1]!.best).toBeLessThanOrEqual(0.25)
  }, 120_000)

  it.each(['paced', 'strict'])('%s: ends are told of both sides in one moment', (pace) => {
    for (const { ends } of measured[pace]!.battles) expect(ends[0]).toBe(ends[1])
  })

  it('paced: no side is held more than 10 s beyond the slower one', () => {
    expect(most(measured.paced!.battles, held)).toBeLessThanOrEqual(10_000)
  })

  it('paced: text begins within 3 s after both have begun, and flows', () => {
    for (const { frames, ownStarts, texts } of measured.paced!.battles) {
      const begun = Math.max(...ownStarts)
      expect(frames[0]!.at).toBeLessThanOrEqual(Math.max(2400, begun + 3000) + 40)
      const longer = texts[0]! > texts[1]! ? 0 : 1
      const own = frames.filter(({ side }) => side === longer)
      const gaps = own.slice(1).map(({ at }, index) => at - own[index]!.at)
      expect(gaps.filter((gap) => gap > 240).length).toBeLessThanOrEqual(gaps.length / 20 + 3)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(160)
    }
  })

  it('off: a fast side beside a slow one ends in its own time', () => {
    for (const { ends, ownEnds } of measured.off!.battles) {
      ends.forEach((end, side) => expect(end - ownEnds[side]!).toBeLessThanOrEqual(40))
    }
  })
})
