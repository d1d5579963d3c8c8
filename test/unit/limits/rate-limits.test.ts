import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseSettings } from '#server/config/parse-settings'
import { AppError } from '#server/domain/app-error'
import { RateLimits, type Visitor } from '#server/limits/rate-limits'
import { SocketPlaces } from '#server/limits/socket-places'

const settings = (env: Record<string, string> = {}) => parseSettings(env, {}, '/')

const refusalOf = (limits: RateLimits, visitor: Visitor) =>
  limits.take('prompts', visitor).then(
    () => undefined,
    (error: AppError) => error.detail,
  )

beforeEach(() => vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

describe('a limit by time', () => {
  const limits = () =>
    new RateLimits(settings({ PROMPTS_PER_MINUTE: '2', PROMPTS_PER_MINUTE_PER_ADDRESS: '3' }))

  it('is of the session first, and says which it was and how long to wait', async () => {
    const all = limits()
    const one = { voterId: 'one', address: 'home' }
    expect(await refusalOf(all, one)).toBeUndefined()
    vi.setSystemTime(20_000)
    expect(await refusalOf(all, one)).toBeUndefined()
    expect(await refusalOf(all, one)).toEqual({
      retryAfterMs: 40_000,
      limit: { of: 'prompts', per: 'session' },
    })
    vi.advanceTimersByTime(60_001)
    expect(await refusalOf(all, one)).toBeUndefined()
  })

  it('is of the address next, whatever the session, and a refused one is not taken of the session', async () => {
    const all = limits()
    const at = (voterId: string, address = 'home') => refusalOf(all, { voterId, address })
    expect([await at('one'), await at('two'), await at('three')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(await at('one')).toMatchObject({ limit: { of: 'prompts', per: 'address' } })
    expect(await at('one', 'elsewhere')).toBeUndefined()
    expect(await at('one', 'elsewhere')).toMatchObject({ limit: { per: 'session' } })
  })

  it('of a session that is reached takes nothing of the address', async () => {
    const all = limits()
    for (let prompt = 0; prompt < 20; prompt += 1) {
      await refusalOf(all, { voterId: 'flood', address: 'home' })
    }
    expect(await refusalOf(all, { voterId: 'neighbour', address: 'home' })).toBeUndefined()
  })

  it('is not there without an address, for a team, and where it is 0', async () => {
    const all = new RateLimits(settings({ LIMITS: 'team', PROMPTS_PER_MINUTE: '0' }))
    for (let prompt = 0; prompt < 500; prompt += 1) {
      await all.take('prompts', { voterId: 'one', address: 'office' })
    }
    const strict = new RateLimits(settings({ PROMPTS_PER_MINUTE_PER_ADDRESS: '1' }))
    expect(await refusalOf(strict, { voterId: 'one' })).toBeUndefined()
    expect(await refusalOf(strict, { voterId: 'two' })).toBeUndefined()
  })

  it('can be asked without taking, and what was taken can be given back', async () => {
    const all = new RateLimits(settings({ SESSIONS_PER_HOUR_PER_ADDRESS: '1' }))
    expect(await all.addressRefusal('sessions', 'home')).toBeUndefined()
    await all.take('sessions', { address: 'home' })
    expect((await all.addressRefusal('sessions', 'home'))?.detail.limit).toEqual({
      of: 'sessions',
      per: 'address',
    })
    await all.giveBack('sessions', { address: 'home' })
    expect(await all.addressRefusal('sessions', 'home')).toBeUndefined()
  })
})

describe('the places of sockets', () => {
  it('are so many of a session and so many of an address, and are free again when they are left', () => {
    const places = new SocketPlaces(
      settings({ SOCKETS_PER_SESSION: '2', SOCKETS_PER_ADDRESS: '3' }),
    )
    const enter = (voterId: string) => places.enter({ voterId, address: 'home' })
    const limitOf = (voterId: string) => {
      const place = enter(voterId)
      place.leave()
      return place.refusal?.detail.limit
    }
    const [first] = [enter('one'), enter('one')]
    expect(limitOf('one')).toEqual({ of: 'sockets', per: 'session' })
    expect(limitOf('two')).toBeUndefined()
    enter('two')
    expect(limitOf('three')).toEqual({ of: 'sockets', per: 'address' })
    first?.leave()
    first?.leave()
    expect(limitOf('three')).toBeUndefined()
    expect(limitOf('one')).toBeUndefined()
  })

  it('are not even refused to who opens more and more', () => {
    const places = new SocketPlaces(settings({ SOCKETS_PER_SESSION: '1' }))
    const excessive = [1, 2, 3].map(() => places.enter({ voterId: 'one' }).excessive)
    expect(excessive).toEqual([false, false, true])
  })
})
