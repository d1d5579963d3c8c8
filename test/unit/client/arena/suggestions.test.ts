import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { Site, SuggestionCategory } from '#shared/protocol/model'
import ArenaSuggestions from '../../../../client/src/components/arena/ArenaSuggestions.vue'
import { i18n, applyLocale } from '../../../../client/src/i18n/index.js'
import { en } from '../../../../client/src/i18n/locales/en.js'
import { useSite } from '../../../../client/src/stores/site.js'

beforeEach(async () => {
  setActivePinia(createPinia())
  await applyLocale('en')
})

function suggestions(own?: SuggestionCategory[]) {
  useSite().site = { ...(own && { suggestions: own }) } as Site
  const view = mount(ArenaSuggestions, { global: { plugins: [i18n] } })
  return {
    view,
    kinds: () => view.findAll('[role=group] button'),
    cards: () => view.findAll('li button'),
  }
}

describe('prompts to start with', () => {
  it('are one of each kind of ours, or all of one kind', async () => {
    const { view, kinds, cards } = suggestions()
    const { explain, code } = en.arena.suggestions
    expect(cards()).toHaveLength(4)
    expect(cards()[0]!.text()).toContain(explain.prompts[0])
    await kinds()[1]!.trigger('click')
    expect(cards().map((card) => card.text())).toEqual(code.prompts)
    await cards()[2]!.trigger('click')
    expect(view.emitted('choose')).toEqual([[code.prompts[2]]])
    await kinds()[1]!.trigger('click')
    expect(cards()).toHaveLength(4)
  })

  it('are the operator’s in the language of the reader, where there are any', async () => {
    const { kinds, cards } = suggestions([
      { name: { en: 'Law', 'zh-CN': '法律' }, prompts: [{ de: 'Was?', 'zh-CN': '什么？' }] },
      { name: 'Food', prompts: ['Soup'] },
    ])
    expect(kinds().map((kind) => kind.text())).toEqual(['Law', 'Food'])
    expect(cards()[0]!.text()).toContain('Was?')
    await applyLocale('zh-CN')
    await nextTick()
    expect(cards()[0]!.text()).toContain('什么？')
  })

  it('of one kind need no choice, and of none there is nothing', () => {
    const one = suggestions([{ name: 'Food', prompts: ['Soup', 'Tea'] }])
    expect([one.kinds().length, one.cards().map((card) => card.text())]).toEqual([
      0,
      ['Soup', 'Tea'],
    ])
    expect(suggestions([]).view.find('ul').exists()).toBe(false)
  })
})
