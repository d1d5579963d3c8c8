import { computed } from 'vue'
import type { Mode } from '#shared/vocabulary'
import { useConversation } from '../stores/conversation.js'
import { useDraft } from '../stores/draft.js'
import { useModels } from '../stores/models.js'
import { usePictures } from '../stores/pictures.js'
import { useSite } from '../stores/site.js'

/** Whether pictures can be sent from here, and which of the named models would not see them. */
export function usePictureRules(mode: () => Mode, place: () => string, begun: () => boolean) {
  const conversation = useConversation()
  const draft = useDraft()
  const models = useModels()
  const pictures = usePictures()
  const site = useSite()

  const allowed = computed(() => {
    if (!site.site?.visionArena) return false
    return mode() !== 'battle' || begun() || site.site.visionBattles
  })

  /** Names are known in the named modes only; what a hidden model sees, the server keeps to itself. */
  const names = computed(() => {
    if (mode() === 'battle') return []
    if (!begun()) return draft.setupOf(mode()).models
    return Object.values(conversation.snapshot?.sides ?? {}).map(({ name }) => name)
  })
  const blind = computed(() => {
    if (pictures.of(place()).length === 0) return []
    const sightless = new Set(models.models.flatMap(({ name, vision }) => (vision ? [] : [name])))
    return [...new Set(names.value)].filter((name) => sightless.has(name))
  })

  return { allowed, blind }
}
