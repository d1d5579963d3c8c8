import { computed, watch } from 'vue'
import { useConversation } from '../stores/conversation.js'
import { useDraft } from '../stores/draft.js'
import { useModels } from '../stores/models.js'

/**
 * The winner of a battle meets another model. Its name is known by then, and a battle against a hidden one would
 * be half a blind one; so both are named, side by side, where no vote is rated.
 */
export function useWinnerStays() {
  const conversation = useConversation()
  const draft = useDraft()
  const models = useModels()

  const won = computed(() => {
    const { snapshot } = conversation
    const choice = snapshot?.mode === 'battle' && snapshot.vote?.final && snapshot.vote.choice
    return choice === 'a' || choice === 'b' ? choice : undefined
  })
  /** Named, and beaten by nobody. */
  const winner = computed(() => won.value && conversation.snapshot?.sides?.[won.value]?.name)
  watch(winner, (name) => name && models.state === 'idle' && void models.load(), {
    immediate: true,
  })

  const choosable = computed(() =>
    models.inMode('side-by-side').flatMap(({ available, name }) => (available ? [name] : [])),
  )
  /** Those who were not in the battle come before the one that has lost. */
  const rivals = computed(() => {
    const met = Object.values(conversation.snapshot?.sides ?? {}).map(({ name }) => name)
    const fresh = choosable.value.filter((name) => !met.includes(name))
    return fresh.length > 0 ? fresh : choosable.value.filter((name) => name !== winner.value)
  })
  const possible = computed(
    () =>
      winner.value !== undefined &&
      choosable.value.includes(winner.value) &&
      rivals.value.length > 0,
  )

  /** Sets up the next conversation side by side; the winner keeps its corner. */
  function setUp(): void {
    const rival = rivals.value[Math.floor(Math.random() * rivals.value.length)]
    if (!winner.value || !rival) return
    const pair = won.value === 'a' ? [winner.value, rival] : [rival, winner.value]
    draft.keepSetup('side-by-side', { ...draft.setupOf('side-by-side'), models: pair })
  }

  return { winner, possible, setUp }
}
