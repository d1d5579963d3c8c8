import { describe, expect, it } from 'vitest'
import { initials } from '../../../../client/src/lib/initials.js'
import { refusalOf } from '../../../../client/src/lib/refusal.js'

describe('initials', () => {
  it.each([
    ['Mistral AI', 'MA'],
    ['Anthropic', 'A'],
    ['demo-terse', 'DT'],
    ['深度求索', '深'],
    ['😀 labs', '😀L'],
    ['', ''],
  ])('of %j are %j', (name, letters) => expect(initials(name)).toBe(letters))
})

describe('why a handshake was refused', () => {
  it('is found in the message', () => {
    expect(refusalOf(new Error('session_required'))).toMatchObject({ code: 'session_required' })
  })

  it('is found in the answer of the transport', () => {
    const error = Object.assign(new Error('xhr poll error'), {
      context: { responseText: '{"code":4,"message":"origin_refused"}' },
    })
    expect(refusalOf(error)).toMatchObject({ code: 'origin_refused' })
  })

  it('is found whole in what the server sends along', () => {
    const refusal = { code: 'rate_limited', message: 'Too many', retryAfterMs: 5_000 }
    expect(refusalOf(Object.assign(new Error('refused'), { data: refusal }))).toEqual(refusal)
  })

  it('is nothing where the network failed', () => {
    expect(refusalOf(new Error('websocket error'))).toBeNull()
  })
})
