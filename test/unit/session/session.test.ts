import { describe, expect, it } from 'vitest'
import { isAllowedOrigin } from '#server/session/origin'
import {
  readCookies,
  readSession,
  sessionCookie,
  signSession,
  verifySession,
} from '#server/session/session-cookie'

describe('a session', () => {
  const signed = signSession('voter', 'secret')

  it('is believed only with its own signature', () => {
    expect(verifySession(signed, 'secret')).toBe('voter')
    expect(verifySession(signed, 'other')).toBeUndefined()
    expect(verifySession(signed.replace('voter', 'vot3r'), 'secret')).toBeUndefined()
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
    const foreign = signSession('stranger', 'of another arena')
    const read = (...cookies: string[]) => readSession(cookies.join('; '), 'secret')
    const [secure, plain] = ['__Host-ringside_session', 'ringside_session']
    expect(read(`${secure}=${foreign}`, `${plain}=${signed}`)).toBe('voter')
    expect(read(`${plain}=${foreign}`, `${plain}=${signed}`)).toBe('voter')
    const second = signSession('second', 'secret')
    expect(read(`${plain}=${second}`, `${secure}=${signed}`)).toBe('voter')
    expect(read(`${secure}=${foreign}`)).toBeUndefined()
    expect(readSession(undefined, 'secret')).toBeUndefined()
  })

  it('is bound to the host under TLS', () => {
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
