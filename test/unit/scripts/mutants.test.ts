import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

interface Guard {
  guard: string
  file: string
  from: string
  to: string
  tests: string[]
}

const { href } = pathToFileURL(resolve('scripts/mutants/guards.mjs'))
const { GUARDS } = (await import(href)) as { GUARDS: Guard[] }

it('`npm run mutants` knows many guards, each by a name of its own', () => {
  expect(GUARDS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(GUARDS.map(({ guard }) => guard)).size).toBe(GUARDS.length)
})

it.each(GUARDS)('$guard: its text stands in $file once, and its tests are there', (each) => {
  expect(readFileSync(each.file, 'utf8').split(each.from)).toHaveLength(2)
  expect(each.to).not.toBe(each.from)
  expect(each.tests.length).toBeGreaterThan(0)
  expect(each.tests.filter((test) => !existsSync(test))).toEqual([])
})
