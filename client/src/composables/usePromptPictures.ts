import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Mode } from '#shared/vocabulary'
import type { Failure } from '../lib/outcome.js'
import { shortName } from '../lib/short-name.js'
import { usePictures } from '../stores/pictures.js'
import { usePictureRules } from './usePictureRules.js'

interface Prompt {
  mode: () => Mode
  /** Whose draft it is: a conversation's, or a mode's. */
  place: () => string
  begun: () => boolean
  /** What the server said to the last try. */
  failure: Ref<Failure | null>
}

/** The pictures that go with the next prompt: taken, shown, and in the way of sending as long as they must be. */
export function usePromptPictures({ mode, place, begun, failure }: Prompt) {
  const { t } = useI18n()
  const pictures = usePictures()
  const shown = computed(() => pictures.of(place()))
  const { allowed, blind } = usePictureRules(mode, place, begun)
  const tooMany = ref(false)

  function add(files: File[]): void {
    failure.value = null
    tooMany.value = pictures.add(place(), files) > 0
  }

  const full = computed(() => pictures.roomAt(place()) === 0)
  /** One more try for a picture, where there is still a place for it. */
  function again(key: string): void {
    if (full.value) tooMany.value = true
    else void pictures.upload(key)
  }

  /** All that is shown has arrived, and nobody is asked who would not see it. */
  const ready = computed(
    () => shown.value.every(({ id }) => id !== undefined) && blind.value.length === 0,
  )
  /** The server has refused the pictures for a battle; what it said of it is no failure but a choice. */
  const maybeBlind = computed(
    () => mode() === 'battle' && failure.value?.code === 'no_vision' && shown.value.length > 0,
  )
  /** What was not taken, by the reason. */
  const refused = computed(() => {
    const reasons = new Map<string, { failure: Failure; names: string[] }>()
    shown.value.forEach(({ failure: why, name }, index) => {
      if (!why) return
      const reason = reasons.get(why.code) ?? { failure: why, names: [] }
      reason.names.push(shortName(name) || t('pictures.numbered', { number: index + 1 }))
      reasons.set(why.code, reason)
    })
    return [...reasons.values()]
  })

  function removeRefused(): void {
    for (const { key, failure: why } of shown.value) if (why) pictures.remove(key)
    tooMany.value = false
  }

  return {
    shown,
    allowed,
    blind,
    tooMany,
    full,
    add,
    again,
    ready,
    maybeBlind,
    refused,
    removeRefused,
  }
}
