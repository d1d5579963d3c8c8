import { concerns, nameOf, specOf } from '#server/leaderboard/slice-spec'
import type { Slice } from '#shared/protocol/leaderboard'
import { describe, expect, it } from 'vitest'
import { aChange, aSpec } from './support.js'

const asking = { demoOnly: false, today: 100, voterId: 'me', anchor: null }
const spec = (slice: Slice) => specOf(slice, asking)

describe('a slice', () => {
  it('is about the models that answer here, unless it says otherwise', () => {
    expect(spec({})).toEqual(aSpec())
    expect(specOf({}, { ...asking, demoOnly: true })).toEqual(aSpec({ pool: 'demo' }))
    expect(spec({ demo: true })).toEqual(aSpec({ pool: 'demo' }))
    expect(specOf({ demo: false }, { ...asking, demoOnly: true })).toEqual(aSpec())
  })

  it('holds today and as many days before as its period says', () => {
    expect(spec({ period: '7d' }).from).toBe(94)
    expect(spec({ period: '30d' }).from).toBe(71)
    expect(spec({ period: 'all' }).from).toBe(0)
  })

  it('of one’s own votes belongs to who asks', () => {
    expect(spec({ own: true })).toEqual(aSpec({ voterId: 'me' }))
    expect(spec({ own: false })).toEqual(aSpec())
  })

  it('of a language that no prompt can have is refused rather than shown empty', () => {
    expect(spec({ language: 'zh' }).language).toBe('zh')
    expect(() => spec({ language: 'tlh' })).toThrow(/no leaderboard/)
  })

  it('of the votes of one person has no errors by voter', () => {
    expect(() => spec({ own: true, voterErrors: true })).toThrow(/voterErrors/)
  })

  it('has one name however it is written, and another where anything differs', () => {
    expect(nameOf(spec({ category: 'overall', period: 'all', own: false }))).toBe(nameOf(spec({})))
    const all: Slice[] = [
      {},
      { category: 'code' },
      { language: 'en' },
      { period: '7d' },
      { styleControl: true },
      { excludeTies: true },
      { excludeShort: true },
      { evenPairs: true },
      { allAtOnce: true },
      { voterErrors: true },
      { own: true },
      { demo: true },
    ]
    expect(new Set(all.map((slice) => nameOf(spec(slice)))).size).toBe(all.length)
  })
})

describe('a change of the counts concerns', () => {
  it.each([
    ['its slice', aSpec(), aChange(), true],
    ['no other category', aSpec({ category: 'code' }), aChange(), false],
    ['no other pool', aSpec({ pool: 'demo' }), aChange(), false],
    ['its language', aSpec({ language: 'en' }), aChange({ language: 'en' }), true],
    ['no other language', aSpec({ language: 'en' }), aChange({ language: 'zh' }), false],
    ['a period with its day', aSpec({ from: 5 }), aChange({ day: 5 }), true],
    ['no period after its day', aSpec({ from: 6 }), aChange({ day: 5 }), false],
    [
      'no slice without short ones, where it is short',
      aSpec({ excludeShort: true }),
      aChange({ short: 1 }),
      false,
    ],
    ['the own votes of its voter', aSpec({ voterId: 'x' }), aChange({}, ['x']), true],
    ['no own votes of others', aSpec({ voterId: 'y' }), aChange({}, ['x']), false],
  ])('%s', (_, of, change, expected) => expect(concerns(of, change)).toBe(expected))
})
