import type { Request } from 'express'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TokenDoor } from '#server/session/token-door'
import { parseSettings } from '#server/config/parse-settings'
import { PublicLink } from '#server/session/public-link'
import { VisitorAddresses } from '#server/session/visitor-addresses'
import { ManualClock } from '../../support/manual-clock.js'

const TOKEN = 'a-token-of-more-than-thirty-two-letters'
const MINUTE = 60_000

let door: TokenDoor

beforeEach(() => {
  vi.useFakeTimers()
  const addresses = { of: ({ ip }: Request) => ip, formerly: () => undefined }
  door = new TokenDoor(addresses as unknown as VisitorAddresses)
})
afterEach(() => vi.useRealTimers())

/** `ok`, or the code of the refusal. */
async function enter(token: string | undefined, ip = 'here'): Promise<string> {
  const authorization = token === undefined ? undefined : `Bearer ${token}`
  try {
    await door.enter({ ip, headers: { authorization } } as Request, [undefined, TOKEN])
    return 'ok'
  } catch (error) {
    return (error as { code: string }).code
  }
}

const guess = (times: number, ip?: string) =>
  Promise.all(Array.from({ length: times }, (_, at) => enter(`${TOKEN}${at}`, ip)))
const count = (outcomes: string[], outcome: string) =>
  outcomes.filter((each) => each === outcome).length

describe('a door with a token', () => {
  it('closes for an address after five wrong ones, for the right one too', async () => {
    expect(await guess(5)).toEqual(Array(5).fill('unauthorized'))
    expect([await enter('wrong'), await enter(TOKEN), await enter(undefined)]).toEqual(
      Array(3).fill('rate_limited'),
    )
    expect(await enter(TOKEN, 'elsewhere')).toBe('ok')
  })

  it('opens again fifteen minutes after the first of them, and says when', async () => {
    await guess(5)
    vi.advanceTimersByTime(5 * MINUTE)
    const refusal: unknown = await door
      .enter({ ip: 'here', headers: {} } as Request, [TOKEN])
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ detail: { retryAfterMs: 10 * MINUTE } })
    await guess(3)
    vi.advanceTimersByTime(10 * MINUTE - 1)
    expect(await enter(TOKEN)).toBe('rate_limited')
    vi.advanceTimersByTime(1)
    expect(await enter(TOKEN)).toBe('ok')
  })

  it('judges five of many that come at once', async () => {
    const outcomes = await Promise.all([guess(50), enter(TOKEN)])
    expect(count(outcomes[0], 'unauthorized')).toBe(5)
    expect(outcomes[1]).toBe('rate_limited')
  })

  it('counts neither the right one nor none at all', async () => {
    for (let time = 0; time < 20; time += 1) {
      expect([await enter(TOKEN), await enter(undefined)]).toEqual(['ok', 'unauthorized'])
    }
    expect(await guess(4)).toEqual(Array(4).fill('unauthorized'))
    expect(await enter(TOKEN)).toBe('ok')
  })

  it('counts over midnight, when the key of an address is another one', async () => {
    const clock = new ManualClock()
    const settings = parseSettings({}, {}, '/')
    const addresses = new VisitorAddresses(settings, new PublicLink(), clock)
    door = new TokenDoor(addresses)
    const from = (remoteAddress: string, token: string) =>
      door
        .enter(
          { socket: { remoteAddress }, headers: { authorization: `Bearer ${token}` } } as Request,
          [TOKEN],
        )
        .then(
          () => 'ok',
          (error: unknown) => (error as { code: string }).code,
        )
    const day = 24 * 60 * MINUTE
    clock.advance(day - (clock.now() % day) - MINUTE)
    for (let tried = 0; tried < 3; tried += 1) await from('203.0.113.9', `a${tried}`)
    clock.advance(2 * MINUTE)
    for (let tried = 0; tried < 2; tried += 1) {
      expect(await from('203.0.113.9', `b${tried}`)).toBe('unauthorized')
    }
    expect(await from('203.0.113.9', TOKEN)).toBe('rate_limited')
    expect(await from('198.51.100.1', TOKEN)).toBe('ok')
    clock.advance(15 * MINUTE)
    vi.advanceTimersByTime(15 * MINUTE)
    expect(await from('203.0.113.9', TOKEN)).toBe('ok')
  })
})
