import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useStarters } from '../../../../client/src/composables/useStarters.js'
import { useDraft } from '../../../../client/src/stores/draft.js'
import { usePictures } from '../../../../client/src/stores/pictures.js'

describe('a prompt to start with', () => {
  beforeEach(() => {
    sessionStorage.clear()
    setActivePinia(createPinia())
  })

  function box() {
    const draft = useDraft()
    const pictures = usePictures()
    const starters = useStarters(() => 'battle')
    const start = (words: string, image?: string) => {
      starters.clear()
      draft.keep('battle', words)
      if (image !== undefined) pictures.reuse('battle', [image])
      starters.filled(words)
    }
    const shown = () => ({
      text: draft.textOf('battle'),
      images: pictures.of('battle').map(({ id }) => id),
    })
    return { draft, pictures, starters, start, shown }
  }

  it('takes nothing of a draft along, and loses nothing of it', () => {
    const { draft, pictures, starters, start, shown } = box()
    draft.keep('battle', 'My own words')
    pictures.reuse('battle', ['mine'])
    expect(starters.aside.value).toBe(false)
    start('Explain something')
    expect(shown()).toEqual({ text: 'Explain something', images: [] })
    expect(starters.aside.value).toBe(true)
    starters.bringBack()
    expect(shown()).toEqual({ text: 'My own words', images: ['mine'] })
    expect(starters.aside.value).toBe(false)
  })

  it('gives way to another one with all that is its own', () => {
    const { starters, start, shown } = box()
    start('What is in it?', 'example')
    start('Explain something')
    expect(shown()).toEqual({ text: 'Explain something', images: [] })
    expect(starters.aside.value).toBe(false)
  })

  it('adds what is written later to what is aside already', () => {
    const { draft, starters, start, shown } = box()
    draft.keep('battle', 'First')
    start('Explain something')
    draft.keep('battle', 'Second')
    start('Weigh a decision')
    starters.bringBack()
    expect(shown()).toEqual({ text: 'First\n\nSecond', images: [] })
  })

  it('comes back without a loss of what was written meanwhile', () => {
    const { draft, starters, start, shown } = box()
    draft.keep('battle', 'First')
    start('Explain something', 'example')
    draft.keep('battle', 'Second')
    starters.bringBack()
    expect(shown()).toEqual({ text: 'Second\n\nFirst', images: [] })
  })

  it('loses no picture where more were put aside than one message takes', () => {
    const { pictures, starters, start, shown } = box()
    pictures.reuse('battle', ['1', '2', '3', '4'])
    start('Explain something')
    pictures.reuse('battle', ['5', '6'])
    start('Weigh a decision')
    expect(shown().images).toEqual([])
    starters.bringBack()
    expect(shown().images).toEqual(['1', '2', '3', '4'])
    expect(starters.aside.value).toBe(true)
    pictures.clear('battle')
    starters.bringBack()
    expect(shown().images).toEqual(['5', '6'])
    expect(starters.aside.value).toBe(false)
  })
})
