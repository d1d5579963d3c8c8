import { ArraySplitter } from '#server/cli/rate-array'
import { readBattle } from '#server/cli/rate-battle'
import { LineSplitter } from '#server/cli/rate-lines'
import { BattleFaults, BattleReader } from '#server/cli/rate-reader'
import { BrokenText, type OnValue, type Splitter } from '#server/cli/rate-splitter'
import { BattleTally } from '#server/cli/rate-tally'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairsIn } from '../../support/ratings-counts.js'
import { holds } from '../../support/holds.js'

/** The text in pieces of the given lengths, over and over. */
function* piecesOf(text: string, lengths: readonly number[]): Generator<string> {
  for (let at = 0, i = 0; at < text.length; i += 1) {
    const length = lengths[i % lengths.length]!
    yield text.slice(at, at + length)
    at += length
  }
}

function split(
  make: (onValue: OnValue) => Splitter,
  text: string,
  lengths: readonly number[] = [text.length || 1],
): { value: unknown; line: number }[] {
  const found: { value: unknown; line: number }[] = []
  const splitter = make((json, line) => found.push({ value: JSON.parse(json), line }))
  for (const piece of piecesOf(text, lengths)) splitter.push(piece)
  splitter.end()
  return found
}
const array = (onValue: OnValue) => new ArraySplitter(onValue)
const lines = (onValue: OnValue) => new LineSplitter(onValue)

describe('splitting JSON', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 })
  const values = fc.array(fc.jsonValue(), { maxLength: 8 })

  it('finds the elements of any array, however it is spaced and cut', () => {
    holds(
      'battles-in-arrays',
      fc.property(
        values,
        fc.constantFrom(undefined, 0, 1, '\r\n\t'),
        lengths,
        (all, space, cut) => {
          const text = ` ${JSON.stringify(all, null, space)}\n`
          expect(split(array, text, cut).map(({ value }) => value)).toEqual(JSON.parse(text))
        },
      ),
      { runs: 1000 },
    )
  })

  it('finds the values of any lines, however they are cut', () => {
    holds(
      'battles-in-lines',
      fc.property(values, fc.constantFrom('\n', '\r\n', '\n\n'), lengths, (all, ending, cut) => {
        const text = all.map((value) => JSON.stringify(value) + ending).join('')
        expect(split(lines, text, cut).map(({ value }) => value)).toEqual(
          JSON.parse(JSON.stringify(all)),
        )
      }),
    )
  })

  it('tells the line on which each value begins', () => {
    expect(split(array, '[\n{\n"a": 1},\n\n  [2\n]\n,3]').map(({ line }) => line)).toEqual([
      2, 5, 7,
    ])
    expect(split(lines, '1\n\n  \n2\n3').map(({ line }) => line)).toEqual([1, 4, 5])
  })

  it.each([
    ['an array without an end', '[1, 2', /ends before/],
    ['an array cut in a string', '[1, "a]', /ends before/],
    ['something behind the array', '[1] 2', /follows/],
  ])('refuses %s', (_, text, message) => {
    expect(() => split(array, text)).toThrow(BrokenText)
    expect(() => split(array, text)).toThrow(message)
  })

  it.each(['[1,]', '[,1]', '[1,,2]', '[,]', '[1 2]', '[1}]'])(
    'leaves it to the parser that %s is no array',
    (text) => expect(() => split(array, text)).toThrow(SyntaxError),
  )

  it('refuses a value that is longer than any battle, instead of keeping it all', () => {
    const endless = 'x'.repeat(1024 * 1024)
    for (const splitter of [array(() => undefined), lines(() => undefined)]) {
      const feed = () => {
        splitter.push('["')
        for (let i = 0; i < 20; i += 1) splitter.push(endless)
      }
      expect(feed).toThrow(/too long/)
    }
  })
})

describe('reading battles', () => {
  function read(text: string, all = false): BattleTally {
    const tally = new BattleTally({ all })
    const reader = new BattleReader((json) => tally.add(readBattle(json)))
    for (const piece of piecesOf(text, [7])) reader.push(piece)
    reader.end()
    return tally
  }
  function faultsOf(text: string) {
    try {
      read(text)
    } catch (error) {
      if (error instanceof BattleFaults) return error.faults
      throw error
    }
    return []
  }
  const battle = (winner: unknown, more: object = {}) => ({
    model_a: 'x',
    model_b: 'y',
    winner,
    ...more,
  })
  const asLines = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

  it("knows the predecessor's words and ours", () => {
    const words = ['model_a', 'model_b', 'tie', 'tie (bothbad)', 'a', 'b', 'both_bad']
    const rows = words.map((word) => battle(word))
    const texts = [asLines(...rows), JSON.stringify(rows)]
    const marked = texts.map((text) => `\uFEFF${text}`)
    for (const text of [...texts, ...marked, `\uFEFF \n${texts[0]}`]) {
      const { counts } = read(text)
      expect(pairsIn(counts)[0]!.tally).toEqual({ a: 2, b: 2, tie: 1, both_bad: 2 })
    }
  })

  it('skips and counts battles whose models were known, unless all are wanted', () => {
    const rows = asLines(battle('a', { anony: false }), battle('b', { anony: true }), battle('tie'))
    expect(read(rows).skipped.named).toBe(1)
    expect(pairsIn(read(rows).counts)[0]!.tally).toMatchObject({ a: 0, b: 1, tie: 1 })
    expect(read(rows, true).skipped.named).toBe(0)
    expect(pairsIn(read(rows, true).counts)[0]!.tally).toMatchObject({ a: 1, b: 1 })
  })

  it('skips and counts a model against itself', () => {
    const tally = read(asLines(battle('a', { model_b: 'x' }), battle('a')))
    expect(tally.skipped.sameModel).toBe(1)
    expect(tally.rows).toBe(2)
  })

  it.each(['', ' \n \n', '[]', ' [ ] '])('%j holds no battles', (text) => {
    expect(read(text).rows).toBe(0)
  })

  it('says where an unknown outcome is, in lines and in an array', () => {
    expect(faultsOf(`${asLines(battle('a'))}\n${asLines(battle('draw'))}`)).toEqual([
      {
        path: 'line 3',
        message: expect.stringMatching(/^winner is "draw", which is none of: model_a/),
      },
    ])
    const text = JSON.stringify([battle('a'), battle('draw'), battle('b'), battle(7)], null, 1)
    expect(faultsOf(text).map(({ path }) => path)).toEqual([
      'element 2 (line 7)',
      'element 4 (line 17)',
    ])
  })

  it.each([
    ['{"model_a": "x"', /not valid JSON/],
    ['7', /expected an object .* not 7/],
    ['null', /expected an object/],
    ['{"model_a": "x", "model_b": "y"}', /winner is missing/],
    ['{"model_a": "x", "model_b": "y", "winner": "constructor"}', /winner is "constructor"/],
    ['{"model_a": "", "model_b": "y", "winner": "a"}', /model_a is "", which is no name/],
    ['{"model_a": "x", "model_b": 5, "winner": "a"}', /model_b is 5/],
  ])('refuses the row %s', (row, message) => {
    expect(faultsOf(row)).toEqual([{ path: 'line 1', message: expect.stringMatching(message) }])
    expect(faultsOf(`[${row}]`)).toHaveLength(1)
  })

  it('refuses a row that is a list', () => {
    expect(faultsOf('[["x", "y", "a"]]')[0]!.message).toMatch(/^expected an object/)
  })

  it('keeps a long value short in its message', () => {
    const [fault] = faultsOf(asLines(battle('w'.repeat(500))))
    expect(fault!.message.length).toBeLessThan(160)
  })

  it('stops at the tenth fault', () => {
    expect(faultsOf(asLines(...Array.from({ length: 50 }, () => battle('draw'))))).toHaveLength(10)
  })

  it('says that an array was cut off', () => {
    expect(faultsOf('[{"model_a": "x",\n "mod')).toEqual([
      { path: 'line 2', message: 'the file ends before the array does' },
    ])
  })

  it('refuses a file whose names cannot be models', () => {
    const rows = Array.from({ length: 1100 }, (_, i) =>
      battle('a', { model_a: `x${i}`, model_b: `y${i}` }),
    )
    expect(faultsOf(asLines(...rows))[0]!.message).toMatch(/more than 2000 different models/)
  })
})
