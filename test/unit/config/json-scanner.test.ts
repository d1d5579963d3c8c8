import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanJson } from '#server/config/json-scanner'
import { holds } from '../../support/holds.js'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place of a fault in a JSON text', () => {
  it.each([
    ['', 'line 1, column 1', 'the file is empty'],
    ['{"a": 1,}', 'line 1, column 9', 'a comma before } is one too many'],
    ['[1,\n 2,\n]', 'line 3, column 1', 'a comma before ] is one too many'],
    ['{"a": 1\n "b": 2}', 'line 2, column 2', 'expected a comma or }'],
    ['{"a" 1}', 'line 1, column 6', 'expected a colon'],
    ["{'a': 1}", 'line 1, column 2', 'expected a name in double quotes'],
    ['{"a": hello}', 'line 1, column 7', 'expected a value'],
    ['{\n  // a comment\n}', 'line 2, column 3', 'expected a name in double quotes'],
    ['{"a": "no end}', 'line 1, column 7', 'this text has no end or a wrong escape'],
    ['{"a": "\\x"}', 'line 1, column 7', 'this text has no end or a wrong escape'],
    ['{"a": 01}', 'line 1, column 8', 'expected a comma or }'],
    ['{} {}', 'line 1, column 4', 'expected the end of the file'],
    ['['.repeat(100_000), 'line 1, column 66', 'nested more than 64 levels deep'],
  ])('%j', (text, path, message) => {
    expect(scanJson(text).fault).toEqual({ path, message })
  })

  it('is found exactly where JSON.parse refuses the text', () => {
    const mutated = fc
      .tuple(
        fc.json({ maxDepth: 5 }),
        fc.nat(),
        fc.constantFrom('', ',', '}', '"', '\\', '\n', '0', 'e'),
      )
      .map(([text, at, sign]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + sign + text.slice(place + 1)
      })
    holds(
      'json-faults',
      fc.property(fc.oneof(fc.json(), mutated, fc.string()), (text) => {
        expect(scanJson(text).fault === undefined).toBe(isJson(text))
      }),
      { runs: 2_000 },
    )
  })
})

describe('a very long text', () => {
  it.each([
    ['without an end', `{"a": "${'x'.repeat(1_000_000)}`, false],
    ['of letters', `"${'x'.repeat(5_000_000)}"`, true],
    ['of escapes', `"${'\\n'.repeat(1_000_000)}"`, true],
  ])('%s takes no longer than it is', (_, text, whole) => {
    expect(scanJson(text).fault === undefined).toBe(whole)
  })
})

describe('a name that stands twice in one object', () => {
  it('is told with the place of the later one', () => {
    expect(scanJson('{\n"a": {"b": 1, "c": {"b": 2}},\n"a": 2}').duplicates).toEqual([
      { path: 'line 3, column 1', message: 'this name stands twice; only the last one counts' },
    ])
  })
})
