import { expect, it } from 'vitest'
import { isOnlyHere, keyOf } from '../../../../client/src/lib/share-key.js'

it.each([
  ['#key=aZ-_09', 'aZ-_09'],
  ['', undefined],
  ['#key=', undefined],
  ['#other', undefined],
  ['#key=a&b', undefined],
])('of the address part %s the key is %s', (hash, key) => {
  expect(keyOf(hash)).toBe(key)
})

it.each([
  ['http://localhost:7860/c/1', true],
  ['http://127.0.0.1:7860/c/1', true],
  ['http://[::1]:7860/c/1', true],
  ['http://192.168.1.7:7860/c/1', false],
  ['https://arena.example/c/1', false],
])('%s leads to this computer only: %s', (url, only) => {
  expect(isOnlyHere(url)).toBe(only)
})
