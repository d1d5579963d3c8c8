import { expect, it } from 'vitest'
import { whyNot } from '#server/storage/database/folder-lock'

it.each([
  [new Error('Could not locate the bindings file. Tried: …'), /better-sqlite3 .* `npm ci`/],
  [
    Object.assign(new Error('cannot open shared object'), { code: 'ERR_DLOPEN_FAILED' }),
    /better-sqlite3 .* `npm ci`/,
  ],
  [Object.assign(new Error('EACCES'), { code: 'EACCES' }), /cannot be written/],
])('a folder that cannot be taken because of “%s” says what to do', (error, words) => {
  expect(whyNot('/nowhere/at/all', error)).toMatch(words)
})
