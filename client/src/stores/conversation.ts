import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import type { ConversationRevealed, Snapshot, TurnView } from '#shared/protocol/conversation'
import type { Mode, ShareKind } from '#shared/vocabulary'
import { awaitsNews } from '../lib/awaits-news.js'
import { answered, ask, emptyFeed, restart } from '../lib/conversation-feed.js'
import { emptyTurn } from '../lib/conversation-frames.js'
import { keepReveal } from '../lib/conversation-states.js'
import { follow } from '../lib/follow.js'
import type { Failure } from '../lib/outcome.js'
import { request } from '../lib/request.js'
import { roomInbox } from '../lib/room-inbox.js'
import { hearServerClock, serverNow } from '../lib/server-clock.js'

/** A prompt that is on its way: shown at once, taken over by the turn that the server makes of it. */
export interface Pending {
  mode: Mode
  turn: number
  text: string
  images: string[]
  createdAt: number
}

/** A long conversation takes its time on a slow line. */
const JOIN = { answerMs: 15_000 }
/** Whoever comes back wants to know soon whether the connection is still one; then a new one asks again. */
const PROBE = { answerMs: 3_000, attempts: 1 }

/** A prompt on its way is the last turn until the server's own takes its place. */
function withPending(known: TurnView[], sent: Pending | null): TurnView[] {
  if (!sent || known.some((turn) => turn.turn >= sent.turn)) return known
  return [...known, emptyTurn(sent.mode, sent)]
}

/** The conversation that is open on this page, as the server tells it. */
export const useConversation = defineStore('conversation', () => {
  const id = ref<string | null>(null)
  const feed = reactive(emptyFeed())
  const pending = ref<Pending | null>(null)
  const failure = ref<Failure | null>(null)

  const snapshot = computed<Snapshot | null>(() => feed.snapshot)
  const turns = computed(() => withPending(feed.snapshot?.turns ?? [], pending.value))

  const inbox = roomInbox(feed, () => void join())
  let joining: string | null = null
  /** Of the link by which this page was opened, until it has opened the door. */
  let key: string | undefined
  let revealed: ConversationRevealed | null = null

  /** Asks for the whole conversation; frames go on in the meantime and find their place behind it. */
  async function join(patience: { answerMs: number } = JOIN): Promise<void> {
    const wanted = id.value
    if (!wanted || joining === wanted) return
    joining = wanted
    const told = revealed
    const shown = key
    ask(feed)
    const asked = { conversationId: wanted, key: shown }
    const outcome = await request('conversation:join', asked, patience)
    if (joining === wanted) joining = null
    if (id.value !== wanted) return
    // Another link was opened meanwhile: what it opens is not in this answer.
    if (key !== shown) {
      answered(feed)
      return join(patience)
    }
    failure.value = outcome.ok ? null : outcome.error
    // It is gone, or this browser has become somebody else: what it shows would be no longer true.
    if (!outcome.ok) return outcome.error.code === 'not_found' ? clear() : answered(feed)
    key = undefined
    hearServerClock(outcome.data.now)
    inbox.flush()
    const result = restart(feed, outcome.data.snapshot, outcome.data.seq)
    keepReveal(feed.snapshot, revealed)
    if (result === 'gap' || revealed !== told) await join()
  }

  function clear(): void {
    inbox.clear()
    Object.assign(feed, emptyFeed())
    pending.value = null
  }

  const awaited = (): boolean =>
    id.value !== null &&
    !joining &&
    failure.value?.code !== 'not_found' &&
    awaitsNews(feed.snapshot, turns.value, serverNow())

  /** `linkKey`: of a share link, for who has not been here before. */
  function open(conversationId: string, linkKey?: string): void {
    if (id.value === conversationId && linkKey === undefined) return
    if (id.value !== conversationId) close()
    key = linkKey
    adopt(conversationId)
  }

  /** Follows a conversation that this page has just begun: what is pending stays on the page. */
  function adopt(conversationId: string): void {
    id.value = conversationId
    void join()
  }

  function close(): void {
    // Once only: a repeat could overtake the next join of the same room.
    if (id.value) void request('conversation:leave', { conversationId: id.value }, { attempts: 1 })
    clear()
    revealed = null
    key = undefined
    id.value = null
    failure.value = null
  }

  const start = (): (() => void) =>
    follow({
      feed,
      isOpen: (conversationId) => conversationId === id.value,
      awaited,
      take: inbox.take,
      join: (soon) => void join(soon ? PROBE : JOIN),
      revealed: (event) => (revealed = event),
    })

  /** The owner has made or withdrawn a link. */
  function knowLinks(links: ShareKind[]): void {
    if (feed.snapshot) feed.snapshot.links = links
  }

  return {
    ...{ id, snapshot, turns, pending, failure },
    ...{ open, adopt, close, refresh: () => join(), knowLinks, start },
  }
})
