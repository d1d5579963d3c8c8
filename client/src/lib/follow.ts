import type { ConversationRevealed } from '#shared/protocol/conversation'
import type { Feed } from './conversation-feed.js'
import type { Numbered } from './conversation-frames.js'
import { applyChange, applyReveal } from './conversation-states.js'
import { listenTo } from './listen.js'
import { quietWatch } from './quiet-watch.js'
import { onWake } from './wake.js'

/** The page of a conversation, as far as what it hears concerns it. */
interface Follower {
  feed: Feed
  isOpen: (conversationId: string) => boolean
  /** The server has something left to say. */
  awaited: () => boolean
  take: (numbered: Numbered) => void
  /** Asks for the whole conversation; `soon`: an answer must come soon, or the connection is no longer one. */
  join: (soon?: boolean) => void
  revealed: (event: ConversationRevealed) => void
}

/** Lets a page hear what is said of its conversation, and ask again where it heard nothing; what comes back ends it. */
export function follow({ feed, isOpen, awaited, take, join, revealed }: Follower): () => void {
  const watch = quietWatch(awaited, () => join())
  const unwake = onWake(() => join(true))
  const unlisten = listenTo({
    connect: () => join(),
    frame: (numbered) => {
      if (!isOpen(numbered.frame.conversationId)) return
      watch.heard()
      take(numbered)
      // Where names are known, the figures of a turn come with the next snapshot.
      if (numbered.event === 'turn:done' && feed.snapshot?.mode !== 'battle') join()
    },
    revealed: (event) => {
      if (!isOpen(event.conversationId)) return
      revealed(event)
      if (feed.snapshot) applyReveal(feed.snapshot, event)
      join()
    },
    changed: (event) => {
      const { snapshot } = feed
      if (!snapshot || !isOpen(event.conversationId)) return
      // It is gone, or the viewer has become somebody else to it: only a snapshot says how it stands then.
      if (event.presence === 0 || (event.role && event.role !== snapshot.role)) join()
      else applyChange(snapshot, event)
    },
  })
  return () => {
    unlisten()
    unwake()
    watch.stop()
  }
}
