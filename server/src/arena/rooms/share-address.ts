import { Injectable } from '@nestjs/common'
import type { IncomingMessage } from 'node:http'
import { Settings } from '../../config/settings.js'
import { PublicLink } from '../../session/public-link.js'

/** The address under which others reach a page of this arena. */
@Injectable()
export class ShareAddress {
  constructor(
    private readonly settings: Settings,
    private readonly link: PublicLink,
  ) {}

  /**
   * The page of a conversation with the key of a link behind a `#`: that part of an address is sent to no
   * server, so it is in no log and no `Referer`. Where nobody told us our address, the asking page knows it.
   */
  of(conversationId: string, key: string, { headers }: IncomingMessage): string {
    const told = this.settings.publicUrl ?? this.link.origin ?? headers.origin
    const base = told ?? `http://${headers.host ?? `${this.settings.host}:${this.settings.port}`}`
    return `${base}/c/${encodeURIComponent(conversationId)}#key=${key}`
  }
}
