import { useIntervalFn } from '@vueuse/core'
import { ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { TurnView } from '#shared/protocol/conversation'
import { wordsOf } from '#shared/text-size'
import { isTerminal, type AnswerStatus, type Side } from '#shared/vocabulary'
import { voteOn } from '../lib/conversation-states.js'
import { useConversation } from '../stores/conversation.js'

/** A screen reader needs its time for a sentence; the next one waits for it. */
const SENTENCE_MS = 1_500

/** What happens in the ring as whole sentences, one at a time: never the tokens of a stream. */
export function useAnnouncements() {
  const { t, n } = useI18n()
  const conversation = useConversation()
  const sentence = ref('')
  const waiting: string[] = []

  const { pause, resume, isActive } = useIntervalFn(next, SENTENCE_MS, { immediate: false })

  function next(): void {
    const following = waiting.shift()
    if (following === undefined) return pause()
    sentence.value = following
  }

  function say(words: string): void {
    waiting.push(words)
    if (isActive.value) return
    next()
    resume()
  }

  function nameOf(side: Side): string {
    const named = conversation.snapshot?.sides?.[side]?.name
    if (named) return named
    return conversation.snapshot?.mode === 'direct'
      ? t('models.label.only')
      : t(`arena.side.${side}`)
  }

  function sayEnd(turn: TurnView, side: Side, status: AnswerStatus): void {
    const name = nameOf(side)
    const words = wordsOf(turn.answers[side]?.text ?? '')
    if (status === 'done') say(t('arena.announce.done', { name, count: n(words) }, words))
    else if (status === 'stopped') say(t('arena.announce.stopped', { name }))
    else say(t('arena.announce.failed', { name }))
  }

  const statuses = (turn: TurnView | undefined) =>
    Object.entries(turn?.answers ?? {}).map(([side, answer]) => [side, answer.status] as const)

  watch(
    () => ({ turn: conversation.turns.at(-1), now: statuses(conversation.turns.at(-1)) }),
    ({ turn, now }, { turn: before, now: then }) => {
      if (!turn) return
      const running = now.some(([, status]) => !isTerminal(status))
      if (turn.turn !== before?.turn) {
        // What was still to be said is of a turn that is over.
        waiting.length = 0
        if (running)
          say(t(now.length > 1 ? 'arena.announce.started' : 'arena.announce.startedDirect'))
        return
      }
      const known = new Map(then)
      for (const [side, status] of now) {
        const former = known.get(side)
        if (former === undefined || former === status) continue
        if (isTerminal(status)) sayEnd(turn, side as Side, status)
        else if (isTerminal(former)) say(t('arena.announce.again', { name: nameOf(side as Side) }))
      }
    },
  )
  watch(
    () => conversation.snapshot?.votable === true && !conversation.snapshot.vote,
    (votable, before) => {
      if (votable && before === false) say(t('arena.announce.votable'))
    },
  )
  watch(
    () => {
      const { snapshot } = conversation
      const turn = conversation.turns.at(-1)
      return snapshot && turn && { of: turn, vote: voteOn(snapshot, turn.turn) }
    },
    (now, before) => {
      // What was voted before this page looked, or on another turn, is no news.
      if (!now?.vote || before?.of.turn !== now.of.turn) return
      if (now.vote.choice !== before.vote?.choice)
        say(t('vote.chosen', { choice: t(`vote.${now.vote.choice}`) }))
    },
  )
  watch(
    () => conversation.snapshot?.mode === 'battle' && conversation.snapshot.sides,
    (sides, before) => {
      if (sides && before === undefined)
        say(t('arena.announce.revealed', { a: sides.a?.name ?? '', b: sides.b?.name ?? '' }))
    },
  )

  return sentence
}
