import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { circlesIn, importsBelow } from '../../support/folder-circles.js'

// `npm run arrows` knows circles of files, and of folders only those that close without a folder below them.

const imports = importsBelow(['server/src', 'shared', 'client/src'])

function above(file: string): string[] {
  const folder = dirname(file)
  return folder === '.' ? [] : [folder, ...above(folder)]
}

const folders = [...new Set(imports.flatMap(({ from }) => above(from)))].toSorted()

it('there are imports and folders to look at', () => {
  expect(imports.length).toBeGreaterThan(3_000)
  expect(folders.length).toBeGreaterThan(80)
})

it.each(folders)('nothing in %s needs what needs it', (folder) => {
  expect(circlesIn(folder, imports)).toEqual([])
})

it('finds a circle that closes through a folder below', () => {
  const circle = [
    { from: 'a/b/one.ts', to: 'a/c/d/two.ts' },
    { from: 'a/c/three.ts', to: 'a/b/one.ts' },
    { from: 'a/e.ts', to: 'a/b/one.ts' },
  ]
  expect(circlesIn('a', circle)).toEqual(['b', 'c'])
})
