import { describe, expect, it } from 'vitest'
import { interpolate } from '#server/config/interpolate'

const env = { KEY: 'k-1', HOST: 'h', EMPTY: '', NESTED: '${KEY}' }

describe('variables in a JSON value', () => {
  it.each<[unknown, unknown]>([
    ['${KEY}', 'k-1'],
    ['http://${HOST}/v1?k=${KEY}', 'http://h/v1?k=k-1'],
    [{ a: { b: ['${KEY}', 1, true, null] } }, { a: { b: ['k-1', 1, true, null] } }],
    ['$KEY and {KEY}', '$KEY and {KEY}'],
    ['${NOT A NAME}', '${NOT A NAME}'],
    ['$${KEY}', '${KEY}'],
    ['${NESTED}', '${KEY}'],
    [7, 7],
  ])('%j becomes %j', (value, expected) => {
    expect(interpolate(value, env)).toEqual({ value: expected, unset: [] })
  })

  it('that are unset or empty take the text that needs them away and are told once', () => {
    const value = { a: '${ABSENT}', b: ['x ${EMPTY} ${ABSENT}', 'stays'], c: '${KEY}' }
    expect(interpolate(value, env)).toEqual({
      value: { b: ['stays'], c: 'k-1' },
      unset: ['ABSENT', 'EMPTY'],
    })
  })

  it('are not replaced in names', () => {
    expect(interpolate({ '${KEY}': 1 }, env).value).toEqual({ '${KEY}': 1 })
  })

  it('keep a dollar sign in their value as it is', () => {
    expect(interpolate('${PRICE}', { PRICE: "$& $1 $'" }).value).toBe("$& $1 $'")
  })
})
