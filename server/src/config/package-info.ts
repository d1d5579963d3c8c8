import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// The same code runs from server/src in tests and from dist/server/src when built.
function findRoot(from: URL): URL {
  if (existsSync(new URL('package.json', from))) return from
  return findRoot(new URL('../', from))
}

const root = findRoot(new URL('./', import.meta.url))

/** Absolute path of the folder that holds package.json. */
export const packageRoot = fileURLToPath(root)

export const version = (
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
).version
