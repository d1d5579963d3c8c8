import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { AppError } from '../domain/app-error.js'
import { bearsToken } from '../edge/bearer-token.js'
import { VisitorAddresses } from './visitor-addresses.js'

/** Wrong tokens that one address may send in a minute. */
const WRONG_A_MINUTE = 10

/** A door that opens by a bearer token, and closes for a while to who tries wrong ones. */
@Injectable()
export class TokenDoor {
  private readonly wrong = new RateLimiterMemory({ points: WRONG_A_MINUTE, duration: 60 })

  constructor(private readonly addresses: VisitorAddresses) {}

  /** @throws AppError `unauthorized`, or `rate_limited` whatever the token is */
  async enter(request: Request, tokens: readonly (string | undefined)[]): Promise<void> {
    // All who come from this machine share one limit.
    const address = this.addresses.of(request) ?? ''
    const tried = await this.wrong.get(address)
    if (tried && tried.consumedPoints >= WRONG_A_MINUTE) throw closed(tried.msBeforeNext)
    const { authorization } = request.headers
    if (bearsToken(authorization, tokens)) return
    // Nothing is guessed by sending none.
    if (authorization !== undefined) await this.wrong.penalty(address)
    throw new AppError('unauthorized', 'This needs a token, as `Authorization: Bearer …`.')
  }
}

const closed = (retryAfterMs: number): AppError =>
  new AppError(
    'rate_limited',
    `Too many wrong tokens came from this address. Try again in ${Math.ceil(retryAfterMs / 1000)} seconds.`,
    { retryAfterMs },
  )
