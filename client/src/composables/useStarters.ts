import { computed, ref } from 'vue'
import type { Mode } from '#shared/vocabulary'
import { useDraft } from '../stores/draft.js'
import { usePictures } from '../stores/pictures.js'

const asideOf = (mode: Mode): string => `aside:${mode}`

/**
 * Prompts to start with take the box for themselves: nothing that waited there goes along with them. What a
 * person had written or attached is put aside, and comes back when they ask for it.
 */
export function useStarters(mode: () => Mode) {
  const draft = useDraft()
  const pictures = usePictures()
  /** What a starter has put into the box; all else there is the person's own. */
  const starter = ref<{ words: string; picture?: string }>()

  const aside = computed(() => {
    const place = asideOf(mode())
    return draft.textOf(place) !== '' || pictures.of(place).length > 0
  })

  /** Makes the box empty for a starter. */
  function clear(): void {
    const text = draft.textOf(mode())
    if (text !== '' && text !== starter.value?.words) {
      const place = asideOf(mode())
      draft.keep(place, [draft.textOf(place), text].filter(Boolean).join('\n\n'))
    }
    if (starter.value?.picture) pictures.remove(starter.value.picture)
    pictures.move(mode(), asideOf(mode()))
    draft.keep(mode(), '')
    starter.value = undefined
  }

  function filled(words: string): void {
    starter.value = { words, picture: pictures.of(mode()).at(-1)?.key }
  }

  /** The starter gives way to what was there before it. */
  function bringBack(): void {
    const place = asideOf(mode())
    draft.keep(mode(), draft.textOf(place))
    draft.keep(place, '')
    pictures.clear(mode())
    pictures.move(place, mode())
    starter.value = undefined
  }

  return { aside, clear, filled, bringBack }
}
