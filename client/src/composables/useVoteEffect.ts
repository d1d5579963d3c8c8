import { shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import type { VoteEffect, VoteEffectReply } from '#shared/protocol/vote-effect'
import { http } from '../lib/http.js'

/**
 * What a vote on a battle did, asked for once it counts; null before, and where the board still waits for
 * others or the vote is on it no more. @param battle the conversation whose vote counts, or null
 */
export function useVoteEffect(battle: MaybeRefOrGetter<string | null>): Ref<VoteEffect | null> {
  const effect = shallowRef<VoteEffect | null>(null)

  watch(
    () => toValue(battle),
    async (id) => {
      effect.value = null
      if (id === null) return
      const query = new URLSearchParams({ conversation: id })
      const outcome = await http<VoteEffectReply>('GET', `api/leaderboard/effect?${query}`)
      if (outcome.ok && toValue(battle) === id) effect.value = outcome.data.effect
    },
    { immediate: true },
  )
  return effect
}
