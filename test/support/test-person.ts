import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Ack } from '#shared/protocol/common'
import type { ClientEvent, ClientEventMap, ServerEventMap } from '#shared/protocol/index'

export interface Heard {
  event: string
  payload: unknown
}

/** A person at a browser: a session, a socket, and everything that either ever heard. */
export class TestPerson {
  readonly heard: Heard[] = []
  private readonly listeners = new Set<() => void>()

  private constructor(
    readonly url: string,
    readonly cookie: string,
    readonly socket: Socket,
  ) {
    socket.onAny((event: string, payload: unknown) => {
      this.heard.push({ event, payload })
      for (const listener of this.listeners) listener()
    })
  }

  /** @param address from where, as the proxy before the arena tells it */
  static async arrive(url: string, cookie?: string, address?: string): Promise<TestPerson> {
    const session = cookie ?? (await newSession(url))
    // Patient, since a test may share a processor with many others.
    const socket = io(url, {
      extraHeaders: { cookie: session, ...(address && { 'x-forwarded-for': address }) },
      transports: ['websocket'],
      timeout: 60_000,
    })
    const person = new TestPerson(url, session, socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return person
  }

  /** The same person in another tab or on another day. */
  again(url = this.url): Promise<TestPerson> {
    return TestPerson.arrive(url, this.cookie)
  }

  ask<E extends ClientEvent>(
    event: E,
    payload: ClientEventMap[E][0],
  ): Promise<Ack<ClientEventMap[E][1]>> {
    return this.socket.timeout(30_000).emitWithAck(event, payload) as Promise<
      Ack<ClientEventMap[E][1]>
    >
  }

  /** As `ask`, where anything but ok is a failure of the test. */
  async does<E extends ClientEvent>(
    event: E,
    payload: Uncommanded<ClientEventMap[E][0]>,
  ): Promise<ClientEventMap[E][1]> {
    const withId = needsCommand(event) ? { commandId: randomUUID(), ...payload } : payload
    const reply = await this.ask(event, withId as ClientEventMap[E][0])
    if (!reply.ok) throw new Error(`${event}: ${reply.error.code}: ${reply.error.message}`)
    return reply.data
  }

  /** Resolves with the first such event, heard already or yet to come; `withinMs`: when to give it up. */
  hears<E extends keyof ServerEventMap>(
    event: E,
    matches: (payload: ServerEventMap[E]) => boolean = () => true,
    withinMs = 20_000,
  ): Promise<ServerEventMap[E]> {
    const find = () =>
      this.heard.find((each) => each.event === event && matches(each.payload as ServerEventMap[E]))
    return new Promise((resolve, reject) => {
      const listener = () => {
        const found = find()
        if (!found) return
        this.listeners.delete(listener)
        clearTimeout(giveUp)
        resolve(found.payload as ServerEventMap[E])
      }
      const giveUp = setTimeout(() => reject(new Error(`never heard ${event}`)), withinMs)
      this.listeners.add(listener)
      listener()
    })
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: { cookie: this.cookie, 'content-type': 'application/json', ...init.headers },
    })
  }

  leave(): void {
    this.socket.disconnect()
  }
}

type Uncommanded<T> = T extends { commandId: string }
  ? Omit<T, 'commandId'> & { commandId?: string }
  : T

const needsCommand = (event: ClientEvent): boolean =>
  /^(conversation:(start|continue)|turn:|vote:cast)/.test(event)

async function newSession(url: string): Promise<string> {
  const response = await fetch(`${url}/api/site`)
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error('no session was given')
  return cookie
}
