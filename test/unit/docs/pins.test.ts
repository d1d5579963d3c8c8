import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Package {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides?: Record<string, unknown>
}
interface Lock {
  packages: Record<string, { version?: string; integrity?: string; link?: true; inBundle?: true }>
}

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T
const { dependencies, devDependencies } = read<Package>('package.json')
const { packages } = read<Lock>('package-lock.json')

/** The first version of each that has no hole that is known to let people in from outside. */
const MENDED: Record<string, string> = {
  'socket.io': '4.6.2',
  'socket.io-parser': '4.2.6',
  ws: '8.21.0',
  katex: '0.16.21',
}

const isOlder = (version: string, floor: string) => {
  const [one, other] = [version, floor].map((text) => text.split('.').map(Number))
  const at = one!.findIndex((part, index) => part !== other![index])
  return at !== -1 && one![at]! < other![at]!
}

it('every version is pinned exactly, and locked with its checksum', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)])
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
  }
  const unchecked = Object.entries(packages).filter(
    ([path, { integrity, link, inBundle }]) =>
      path !== '' && !link && !inBundle && integrity === undefined,
  )
  expect(unchecked.map(([path]) => path)).toEqual([])
})

it.each(Object.entries(MENDED))('%s is nowhere older than %s', (name, floor) => {
  const found = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(([, { version }]) => isOlder(version!, floor))).toEqual([])
})
