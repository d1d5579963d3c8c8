import { io, type Socket } from 'socket.io-client'
import type { Ack } from '#shared/protocol/common'
import type { AnswerView, Snapshot } from '#shared/protocol/conversation'
import { isTerminal } from '#shared/vocabulary'
import {
  answered,
  ask,
  emptyFeed,
  receive,
  restart,
} from '../../client/src/lib/conversation-feed.js'
import type { Numbered } from '../../client/src/lib/conversation-frames.js'

const FRAMES = [
  'turn:started',
  'turn:queued',
  'turn:done',
  'answer:started',
  'answer:delta',
  'answer:done',
  'answer:failed',
] as const

/** A browser tab that follows one conversation, with the client's own code for what it has heard. */
export class WatchingTab {
  feed = emptyFeed()
  private socket: Socket | undefined
  private readonly waiters = new Set<() => void>()

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly conversationId: string,
    /** How soon it tries again where nobody answers. */
    private readonly backoff = { reconnectionDelay: 100, reconnectionDelayMax: 500 },
  ) {}

  open(): void {
    const socket = io(this.url, {
      extraHeaders: { cookie: this.cookie },
      transports: ['websocket'],
      forceNew: true,
      ...this.backoff,
    })
    this.socket = socket
    socket.on('connect', () => void this.join(socket))
    for (const event of FRAMES) {
      socket.on(event, (frame: Numbered['frame']) => {
        if (receive(this.feed, { event, frame } as Numbered) === 'gap') void this.join(socket)
        this.changed()
      })
    }
  }

  /** Closed, but what it showed is still in its memory: a lost connection. */
  drop(): void {
    this.socket?.disconnect()
  }

  /** As a browser does: everything is forgotten and asked for again. */
  reload(): void {
    this.drop()
    this.feed = emptyFeed()
    this.open()
  }

  answers(): [string, Pick<AnswerView, 'text' | 'status'>][] {
    const turn = this.feed.snapshot?.turns.at(-1)
    return Object.entries(turn?.answers ?? {}).map(([side, { text, status }]) => [
      side,
      { text, status },
    ])
  }

  /** Resolves when what this tab knows satisfies `matches`. */
  async until(matches: (tab: this) => boolean): Promise<void> {
    while (!matches(this)) await new Promise<void>((resolve) => this.waiters.add(resolve))
  }

  /** Resolves when this tab knows that all is over. */
  ended(): Promise<void> {
    return this.until(() => {
      const answers = this.answers()
      return answers.length > 0 && answers.every(([, { status }]) => isTerminal(status))
    })
  }

  private async join(socket: Socket): Promise<void> {
    const { conversationId } = this
    const { feed } = this
    ask(feed)
    type Reply = Ack<{ snapshot: Snapshot; seq: number }>
    const reply = await new Promise<Reply | undefined>((resolve) => {
      socket.emit('conversation:join', { conversationId }, resolve)
      // A line that is cut answers nothing; the next connection asks again.
      socket.once('disconnect', () => resolve(undefined))
    })
    // A tab that was loaded anew meanwhile knows nothing of it.
    if (feed !== this.feed) return
    if (!reply?.ok) return answered(feed)
    const { snapshot, seq } = reply.data
    if (restart(feed, snapshot, seq) === 'gap') await this.join(socket)
    this.changed()
  }

  private changed(): void {
    const waiters = [...this.waiters]
    this.waiters.clear()
    waiters.forEach((wake) => wake())
  }
}
