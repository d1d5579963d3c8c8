import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isAllowedOrigin } from '#server/session/origin'
import {
  isStale,
  readCookies,
  readSession,
  sessionCookie,
  signSession,
  verifySession,
} from '#server/session/session-cookie'

describe('a session', () => {
  const issuedAt = 1_700_000_000_000
  const signed = signSession({ id: 'voter', issuedAt, bound: false }, 'secret')
  const bound = signSession({ id: 'voter', issuedAt, bound: true }, 'secret')
  const DAY_MS = 24 * 3_600_000

  it('is believed only with its own signature', () => {
    expect(verifySession(signed, 'secret')).toEqual({ id: 'voter', issuedAt, bound: false })
    expect(verifySession(signed, 'other')).toBeUndefined()
    expect(verifySession(signed.replace('voter', 'vot3r'), 'secret')).toBeUndefined()
    expect(verifySession(signed.replace('.l', '.m'), 'secret')).toBeUndefined()
    expect(verifySession('voter', 'secret')).toBeUndefined()
    expect(verifySession('voter.', 'secret')).toBeUndefined()
    expect(verifySession('', 'secret')).toBeUndefined()
  })

  it('is found among other cookies', () => {
    const header = `a=1; ringside_session=${signed}; z=x=y`
    expect(readCookies(header, 'ringside_session')).toEqual([signed])
    expect(readCookies(header, 'z')).toEqual(['x=y'])
    expect(readCookies(undefined, 'z')).toEqual([])
  })

  it('is the first cookie with our signature, whatever others there are', () => {
    const foreign = signSession({ id: 'stranger', issuedAt, bound: false }, 'of another arena')
    const read = (...cookies: string[]) => readSession(cookies.join('; '), ['secret'])?.id
    const [secure, plain] = ['__Host-ringside_session', 'ringside_session']
    expect(read(`${secure}=${foreign}`, `${plain}=${signed}`)).toBe('voter')
    expect(read(`${plain}=${foreign}`, `${plain}=${signed}`)).toBe('voter')
    const second = signSession({ id: 'second', issuedAt, bound: false }, 'secret')
    expect(read(`${plain}=${second}`, `${secure}=${signed}`)).toBe('voter')
    expect(read(`${secure}=${foreign}`)).toBeUndefined()
    expect(readSession(undefined, ['secret'])).toBeUndefined()
  })

  it('of before its time was written down is believed too', () => {
    const digest = createHmac('sha256', 'secret').update('voter').digest('base64url')
    expect(verifySession(`voter.${digest}`, 'secret')).toEqual({
      id: 'voter',
      issuedAt: 0,
      bound: false,
    })
  })

  it('is given out again by the secret of today, for the connection of today, and before it ends', () => {
    const [secure, plain] = ['__Host-ringside_session', 'ringside_session']
    const read = (name: string, secrets: string[], value = name === secure ? bound : signed) =>
      readSession(`${name}=${value}`, secrets)!
    const soon = issuedAt + 30 * DAY_MS
    expect(isStale(read(plain, ['secret']), false, soon)).toBe(false)
    expect(isStale(read(secure, ['secret']), true, soon)).toBe(false)
    expect(isStale(read(secure, ['secret']), true, soon + 1)).toBe(true)
    expect(isStale(read(plain, ['secret']), true, soon)).toBe(true)
    // Of before what was given out under TLS said so.
    expect(isStale(read(secure, ['secret'], signed), true, soon)).toBe(true)
    expect(isStale(read(plain, ['newer', 'secret']), false, soon)).toBe(true)
    expect(readSession(`${plain}=${signed}`, ['newer'])).toBeUndefined()
  })

  it('is bound to the host under TLS', () => {
    expect(readSession(`__Host-ringside_session=${bound}`, ['secret'])).toMatchObject({
      id: 'voter',
      bound: true,
    })
    expect(readSession(`ringside_session=${bound}`, ['secret'])).toBeUndefined()
    expect(verifySession(bound.replace('.h.', '.'), 'secret')).toBeUndefined()
    expect(sessionCookie('v', false)).toMatch(
      /^ringside_session=v; Path=\/; HttpOnly; SameSite=Lax/,
    )
    expect(sessionCookie('v', true)).toMatch(/^__Host-ringside_session=v; .*; Secure$/)
    expect(sessionCookie('v', true)).not.toContain('Domain')
  })
})

describe('an origin', () => {
  const others = ['https://arena.example/sub', 'http://dev:5173']
  it.each([
    [undefined, true],
    ['http://here:7860', true],
    ['http://HERE:7860', true],
    ['https://arena.example', true],
    ['http://dev:5173', true],
    ['http://dev', false],
    ['https://arena.example.evil', false],
    ['http://here:7861', false],
    ['null', false],
    ['', false],
    ['not an origin', false],
  ])('%s: %s', (origin, allowed) => {
    expect(isAllowedOrigin(origin, 'here:7860', others)).toBe(allowed)
  })
})
