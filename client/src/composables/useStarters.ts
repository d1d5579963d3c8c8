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

  /** Takes out what a starter has put in; and puts the rest from one place to the other, behind what is there. */
  function put(from: string, to: string, room?: number): void {
    if (draft.textOf(mode()) === starter.value?.words) draft.keep(mode(), '')
    if (starter.value?.picture) pictures.remove(starter.value.picture)
    starter.value = undefined
    draft.keep(to, [draft.textOf(to), draft.textOf(from)].filter(Boolean).join('\n\n'))
    draft.keep(from, '')
    pictures.move(from, to, room)
  }

  /** Makes the box empty for a starter. What is put aside may be more than one message takes. */
  const clear = (): void => put(mode(), asideOf(mode()), Infinity)

  function filled(words: string): void {
    starter.value = { words, picture: pictures.of(mode()).at(-1)?.key }
  }

  /**
   * The starter gives way to what was there before it; what was written since stays. Pictures that do not fit
   * into the message wait on, to be asked for once more.
   */
  const bringBack = (): void => put(asideOf(mode()), mode())

  return { aside, clear, filled, bringBack }
}
