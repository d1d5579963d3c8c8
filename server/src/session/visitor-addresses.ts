import { Injectable, Logger } from '@nestjs/common'
import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Settings } from '../config/settings.js'
import { dayOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import { addressBlock } from './address-block.js'
import { PublicLink } from './public-link.js'
import { networks, plainAddress, visitorBehind } from './trusted-proxies.js'

/** After a change of its secret an address is known by the key of before too, for as long as what is counted by it. */
const FORMER_MS = 15 * 60_000
const DAY_MS = 24 * 3_600_000

const isLoopback = networks(['loopback'])
const isNear = networks(['loopback', 'uniquelocal'])

/**
 * From where somebody comes, as a key that tells nothing: a hash under a secret that is never written down
 * and is another one each day.
 */
@Injectable()
export class VisitorAddresses {
  private readonly logger = new Logger('Limits')
  private readonly trusts: (address: string) => boolean
  private secret: { day: number; key: Buffer } | undefined
  private former: { day: number; key: Buffer } | undefined
  private warned = false

  constructor(
    { trustedProxies }: Settings,
    private readonly link: PublicLink,
    private readonly clock: Clock,
  ) {
    this.trusts = networks(trustedProxies)
  }

  /**
   * Undefined where an address would say nothing: on this machine itself are its owner, and all people at
   * once where a proxy here is not among the trusted ones.
   */
  of(request: IncomingMessage): string | undefined {
    const address = this.addressOf(request)
    return address === undefined ? undefined : keyOf(address, this.today().key)
  }

  /** Its key of yesterday, just after midnight by UTC. */
  formerly(request: IncomingMessage): string | undefined {
    const { day } = this.today()
    if (this.former?.day !== day - 1 || this.clock.now() - day * DAY_MS >= FORMER_MS) {
      this.former = undefined
    }
    const address = this.addressOf(request)
    return address !== undefined && this.former ? keyOf(address, this.former.key) : undefined
  }

  private addressOf(request: IncomingMessage): string | undefined {
    const visit = this.link.visit(request)
    if (visit) return plainAddress(visit.address)
    const forwarded = request.headers['x-forwarded-for']
    const peer = plainAddress(request.socket.remoteAddress ?? '')
    const visitor = visitorBehind(peer, forwarded, this.trusts)
    // Whoever comes from the wide world may have written the header; of this machine or its network it is a proxy's.
    if (forwarded !== undefined && isNear(peer) && !this.trusts(peer)) this.warn()
    return visitor === '' || isLoopback(visitor) ? undefined : visitor
  }

  private today(): { day: number; key: Buffer } {
    const day = dayOf(this.clock.now())
    if (this.secret?.day === day) return this.secret
    this.former = this.secret
    return (this.secret = { day, key: randomBytes(32) })
  }

  private warn(): void {
    if (this.warned) return
    this.warned = true
    this.logger.warn(
      'A proxy passes visitors on and is not in TRUSTED_PROXIES: all of them look like one, so limits by address mean all or nobody. Its address is of this machine or of a private network (Docker’s too): TRUSTED_PROXIES=loopback or uniquelocal.',
    )
  }
}

const keyOf = (address: string, key: Buffer): string =>
  createHmac('sha256', key).update(addressBlock(address)).digest('base64url')
