import fc from 'fast-check'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holds } from '../../support/holds.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-holds-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const numbers = fc.integer({ min: 0, max: 1_000 })
const kept = () =>
  JSON.parse(readFileSync(join(folder, 'small.json'), 'utf8')) as { seed: number; path: string }[]

describe('a property that fails', () => {
  const isSmall = (seen: number[], most: number) =>
    fc.property(numbers, (value) => {
      seen.push(value)
      expect(value).toBeLessThan(most)
    })

  it('is kept as its smallest example, once, and tried with it first from then on', () => {
    expect(() => holds('small', isSmall([], 100), { folder })).toThrow(/Counterexample: \[100\]/)
    const [found, ...others] = kept()
    expect(others).toEqual([])
    const again: number[] = []
    expect(() => holds('small', isSmall(again, 100), { folder })).toThrow(/Counterexample: \[100\]/)
    expect(again).toEqual([100])
    expect(kept()).toEqual([found])
    // Mended: the example is still the first.
    const mended: number[] = []
    holds('small', isSmall(mended, 2_000), { folder, runs: 7 })
    expect(mended[0]).toBe(100)
    expect(mended.length).toBeGreaterThanOrEqual(8)
  })

  it('is kept by a promise too, as it was drawn where an example takes long', async () => {
    let asked = 0
    const slow = fc.asyncProperty(numbers, async (value) => {
      asked += 1
      await Promise.resolve()
      expect(value).toBeLessThan(100)
    })
    await expect(holds('small', slow, { folder, shrink: false })).rejects.toThrow(/Kept in/)
    expect(kept()[0]!.path).toBe(String(asked - 1))
    asked = 0
    await expect(holds('small', slow, { folder, shrink: false })).rejects.toThrow(/Kept in/)
    expect(asked).toBe(1)
    expect(kept()).toHaveLength(1)
  })
})

describe('the examples', () => {
  const seen = (options: Parameters<typeof holds>[2], name = 'small') => {
    const values: number[] = []
    holds(
      name,
      fc.property(numbers, (value) => void values.push(value)),
      { folder, ...options },
    )
    return values
  }

  it('are those of the name, whatever was tried before', () => {
    expect(seen({})).toHaveLength(100)
    expect(seen({ runs: 9 })).toEqual(seen({ runs: 9 }))
    expect(seen({ runs: 9 })).not.toEqual(seen({ runs: 9 }, 'other'))
  })

  it('are twenty times as many more by night', () => {
    expect(seen({ runs: 9, nightly: true }).slice(0, 9)).toEqual(seen({ runs: 9 }))
    expect(seen({ runs: 9, nightly: true })).toHaveLength(9 + 180)
    expect(seen({ runs: 9, nightly: true, moreAtNight: false })).toHaveLength(18)
  })
})

describe('the names', () => {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('support/holds.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join('test', file), 'utf8').matchAll(/\bholds\(\s*(?:'([\w-]+)'|`([\w-]+))/g),
    ])
    .map(([, whole, beginning]) => whole ?? beginning!)

  it('are each that of one property', () => {
    expect(tests.length).toBeGreaterThan(30)
    expect(tests.filter((name, at) => tests.indexOf(name) !== at)).toEqual([])
  })

  it('are those of the regressions', () => {
    const files = readdirSync('test', { encoding: 'utf8' }).includes('regressions')
      ? readdirSync('test/regressions')
      : []
    expect(files.filter((file) => !tests.some((name) => file.startsWith(name)))).toEqual([])
  })
})
