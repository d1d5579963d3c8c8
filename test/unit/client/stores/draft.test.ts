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

  it('has no parameter set unless the person sets it', () => {
    expect(useDraft().setupOf('direct')).toEqual({ models: [], parameters: {}, systemPrompt: '' })
  })
})
