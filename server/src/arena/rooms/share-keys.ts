import { Injectable } from '@nestjs/common'
import { createHash, timingSafeEqual } from 'node:crypto'
import { SessionService } from '../../session/session.service.js'
import type { ShareLinkRow } from '../../storage/database/room-rows.js'

/**
 * The keys of links. A key is made from the id of its link and a secret of this server, so that its owner can
 * be shown it again, and storage, which has a hash of it alone, gives it to nobody.
 */
@Injectable()
export class ShareKeys {
  constructor(private readonly sessions: SessionService) {}

  /** The key for a new link of this id: 256 bits, in text that is safe in a URL. */
  keyOf(linkId: string): string {
    return this.keysOf(linkId)[0]
  }

  /** The key that was given out for a link; undefined where no secret of this server makes it any more. */
  knownKeyOf(link: ShareLinkRow): string | undefined {
    return this.keysOf(link.id).find((key) => this.fits(key, link))
  }

  hashOf(key: string): string {
    return createHash('sha256').update(key).digest('hex')
  }

  fits(key: string, { keyHash }: ShareLinkRow): boolean {
    return timingSafeEqual(Buffer.from(this.hashOf(key), 'hex'), Buffer.from(keyHash, 'hex'))
  }

  private keysOf(linkId: string) {
    return this.sessions.derivedKeys(`share link ${linkId}`)
  }
}
