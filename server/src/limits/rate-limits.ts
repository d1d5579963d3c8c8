import { Injectable } from '@nestjs/common'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { LimitScope, RateLimited } from '#shared/vocabulary'
import { Settings } from '../config/settings.js'
import type { AppError } from '../domain/app-error.js'
import { limitRules, type LimitRule } from './limit-rules.js'
import { limitRefusal } from './limit-refusal.js'

/** Whose share is taken; without an address there is no limit by address. */
export interface Visitor {
  voterId?: string | undefined
  /** A key that stands for the address, never the address itself. */
  address?: string | undefined
}

type Limiters = Partial<Record<LimitScope, RateLimiterMemory>>

/** How often somebody may do something: by session first, then by address; kept in memory only. */
@Injectable()
export class RateLimits {
  private readonly limiters: Record<RateLimited, Limiters>

  constructor(settings: Settings) {
    const rules = Object.entries(limitRules(settings))
    this.limiters = Object.fromEntries(rules.map(([of, rule]) => [of, limitersOf(rule)])) as Record<
      RateLimited,
      Limiters
    >
  }

  /**
   * Takes of the share of the session and, where that has room, of that of the address.
   * @throws AppError `rate_limited`, with the limit and the time to wait; nothing was taken then
   */
  async take(of: RateLimited, visitor: Visitor, points = 1): Promise<void> {
    const { session, address } = this.limiters[of]
    const { voterId } = visitor
    if (session && voterId !== undefined) await consume(session, voterId, points, of, 'session')
    if (!address || visitor.address === undefined) return
    try {
      await consume(address, visitor.address, points, of, 'address')
    } catch (error) {
      if (session && voterId !== undefined) await session.reward(voterId, points)
      throw error
    }
  }

  /** Gives back what was taken for something that shall not count. */
  async giveBack(of: RateLimited, { voterId, address }: Visitor): Promise<void> {
    const { session, address: shared } = this.limiters[of]
    if (voterId !== undefined) await session?.reward(voterId, 1)
    if (address !== undefined) await shared?.reward(address, 1)
  }

  /** The refusal that the next of an address would get, undefined where it has room. */
  async addressRefusal(
    of: RateLimited,
    address: string | undefined,
  ): Promise<AppError | undefined> {
    const limiter = this.limiters[of].address
    if (!limiter || address === undefined) return undefined
    const used = await limiter.get(address)
    if (!used || used.consumedPoints < limiter.points) return undefined
    return limitRefusal(of, 'address', used.msBeforeNext)
  }
}

/** 0 is without limit. */
const limitersOf = ({ seconds, session, address }: LimitRule): Limiters => ({
  ...(session && { session: new RateLimiterMemory({ points: session, duration: seconds }) }),
  ...(address && { address: new RateLimiterMemory({ points: address, duration: seconds }) }),
})

async function consume(
  limiter: RateLimiterMemory,
  key: string,
  points: number,
  of: RateLimited,
  per: LimitScope,
): Promise<void> {
  try {
    await limiter.consume(key, points)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    // What was refused is not taken either.
    await limiter.reward(key, points)
    throw limitRefusal(of, per, error.msBeforeNext)
  }
}
