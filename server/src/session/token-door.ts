import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { AppError } from '../domain/app-error.js'
import { bearsToken } from '../edge/bearer-token.js'
import { VisitorAddresses } from './visitor-addresses.js'

/** Wrong tokens that one address may send in a quarter of an hour. */
const WRONG = { points: 5, duration: 15 * 60 }

/** A door that opens by a bearer token, and closes for a while to who tries wrong ones. */
@Injectable()
export class TokenDoor {
  private readonly wrong = new RateLimiterMemory(WRONG)

  constructor(private readonly addresses: VisitorAddresses) {}

  /** @throws AppError `unauthorized`, or `rate_limited` whatever the token is */
  async enter(request: Request, tokens: readonly (string | undefined)[]): Promise<void> {
    // All who come from this machine share one limit.
    const address = this.addresses.of(request) ?? ''
    const { authorization } = request.headers
    const right = bearsToken(authorization, tokens)
    // Nothing is guessed by sending none. A wrong one counts before anything is waited for, so that none
    // of many at once comes in before the others are counted.
    const guessed = !right && authorization !== undefined
    const tried = await (guessed ? this.wrong.penalty(address) : this.wrong.get(address))
    const former = this.addresses.formerly(request)
    const earlier = former === undefined ? null : await this.wrong.get(former)
    const all = [tried, earlier].flatMap((each) => each ?? [])
    const before = all.reduce((sum, { consumedPoints }) => sum + consumedPoints, -Number(guessed))
    if (before >= WRONG.points) throw closed(Math.max(...all.map((each) => each.msBeforeNext)))
    if (right) return
    throw new AppError('unauthorized', 'This needs a token, as `Authorization: Bearer …`.')
  }
}

const closed = (retryAfterMs: number): AppError =>
  new AppError(
    'rate_limited',
    `Too many wrong tokens came from this address. Try again in ${Math.ceil(retryAfterMs / 1000)} seconds.`,
    { retryAfterMs },
  )
