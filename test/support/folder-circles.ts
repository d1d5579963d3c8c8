import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

interface Import {
  from: string
  to: string
}

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g

/** Every import below these roots that leads to a file of this project. */
export function importsBelow(roots: readonly string[]): Import[] {
  const files = roots.flatMap((root) =>
    readdirSync(root, { recursive: true })
      .map((file) => join(root, String(file)))
      .filter((file) => /\.(ts|vue)$/.test(file)),
  )
  return files.flatMap((from) =>
    [...readFileSync(from, 'utf8').matchAll(IMPORT)].flatMap(([, name = '']) => {
      const to = fileOf(from, name)
      return to ? [{ from, to }] : []
    }),
  )
}

function fileOf(from: string, name: string): string | undefined {
  const path = name.startsWith('.')
    ? join(dirname(from), name)
    : name.replace(/^#shared\//, 'shared/').replace(/^#server\//, 'server/src/')
  return [path.replace(/\.js$/, '.ts'), `${path}.ts`, path].map(normalize).find(existsSync)
}

/**
 * The places of a folder, files and folders with all below them, from which imports lead back to themselves. A
 * folder and what is below it are one: they may well need each other.
 */
export function circlesIn(folder: string, imports: readonly Import[]): string[] {
  const placeOf = (file: string) =>
    file.startsWith(`${folder}/`) ? file.slice(folder.length + 1).split('/')[0] : undefined
  const next = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [a, b] = [placeOf(from), placeOf(to)]
    if (a && b && a !== b) next.set(a, (next.get(a) ?? new Set()).add(b))
  }
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>()
    const open = [start]
    for (let place = open.pop(); place; place = open.pop()) {
      for (const other of next.get(place) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        open.push(other)
      }
    }
    return seen
  }
  return [...next.keys()].filter((place) => reach(place).has(place)).toSorted()
}
