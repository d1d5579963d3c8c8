import { describe, expect, it } from 'vitest'
import { mergeBody } from '#server/provider/upstream/merge-body'

describe('extra_body over a body', () => {
  it.each([
    [{ a: 1 }, {}, { a: 1 }],
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: 1 }, { a: null }, { a: null }],
    [{ a: { b: 1, c: 2 } }, { a: { c: 3, d: 4 } }, { a: { b: 1, c: 3, d: 4 } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: { b: 1 } }, { a: 'text' }, { a: 'text' }],
    [{ a: 'text' }, { a: { b: 1 } }, { a: { b: 1 } }],
  ])('%j + %j', (body, extra, expected) => {
    expect(mergeBody(body, extra)).toEqual(expected)
  })

  it('leaves both as they were', () => {
    const body = { a: { b: 1 } }
    const extra = { a: { c: 2 } }
    mergeBody(body, extra)
    expect([body, extra]).toEqual([{ a: { b: 1 } }, { a: { c: 2 } }])
  })
})
