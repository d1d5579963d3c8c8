import { Injectable } from '@nestjs/common'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** A visitor who came through the public link. */
export interface Visit {
  address: string
  /** Whether the visitor's own connection is encrypted. */
  secure: boolean
}

/**
 * What is known of the public link and of the connections that came through it. A connection is known by
 * itself, never by a header: whoever asks at the normal port can write into headers what they like.
 */
@Injectable()
export class PublicLink {
  private readonly addresses = new WeakMap<object, string>()
  private current: string | undefined

  /** The origin of the link while it is up. */
  get origin(): string | undefined {
    return this.current
  }

  opened(url: string): void {
    this.current = new URL(url).origin
  }

  closed(): void {
    this.current = undefined
  }

  /** @param address the other end of the connection, as the SSH server saw it */
  admit(connection: object, address: string): void {
    this.addresses.set(connection, address)
  }

  /** Undefined where the request did not come through the link. */
  visit({ socket, headers }: IncomingMessage): Visit | undefined {
    const address = this.addresses.get(socket)
    if (address === undefined) return undefined
    const secure = this.current?.startsWith('https:') ?? false
    // Whoever ends the encryption is a proxy and adds its visitor at the end. A bare sshd adds nothing:
    // there the header is the visitor's own word.
    const told = secure ? lastOf(headers['x-forwarded-for']) : ''
    return { address: isIP(told) === 0 ? address : told, secure }
  }
}

const lastOf = (header: string | string[] | undefined): string =>
  String(header ?? '')
    .split(',')
    .at(-1)!
    .trim()
