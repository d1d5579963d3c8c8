import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { useDraft } from '../../../../client/src/stores/draft.js'

beforeEach(() => {
  sessionStorage.clear()
  setActivePinia(createPinia())
})

describe('a draft', () => {
  it('outlives a reload, each place for itself', async () => {
    useDraft().keep('battle', 'half a question')
    useDraft().keep('c1', 'a follow-up')
    await nextTick()
    setActivePinia(createPinia())
    expect(useDraft().textOf('battle')).toBe('half a question')
    expect(useDraft().textOf('c1')).toBe('a follow-up')
  })

  it('leaves nothing behind once it is empty', async () => {
    useDraft().keep('battle', 'words')
    useDraft().keep('battle', '')
    await nextTick()
    expect(sessionStorage.getItem('ringside.drafts')).toBe('{}')
  })

  it('comes back with a reload while nobody has answered, ahead of what was typed since', async () => {
    useDraft().keep('battle', 'a question')
    useDraft().send('battle')
    expect(useDraft().textOf('battle')).toBe('')
    useDraft().keep('battle', 'half of the next')
    await nextTick()
    setActivePinia(createPinia())
    expect(useDraft().textOf('battle')).toBe('a question\n\nhalf of the next')
  })

  it('is gone for good once it was taken, and back in its box when it was refused', async () => {
    const sendOff = (text: string) => {
      useDraft().keep('c1', text)
      return useDraft().send('c1')
    }
    const [taken, refused] = [sendOff('taken'), sendOff('refused')]
    useDraft().settle(taken, true)
    expect(useDraft().textOf('c1')).toBe('')
    useDraft().settle(refused, false)
    expect(useDraft().textOf('c1')).toBe('refused')
    await nextTick()
    setActivePinia(createPinia())
    expect(useDraft().textOf('c1')).toBe('refused')
  })

  it('has no parameter set unless the person sets it', () => {
    expect(useDraft().setupOf('direct')).toEqual({ models: [], parameters: {}, systemPrompt: '' })
  })
})
