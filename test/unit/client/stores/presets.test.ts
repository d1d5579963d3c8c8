import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { usePresets } from '../../../../client/src/stores/presets.js'

const KEY = 'ringside.presets'
const preset = (name: string, systemPrompt = 'Be brief.') => ({
  name,
  systemPrompt,
  parameters: { temperature: 0.2 },
})
const names = () => usePresets().list.map(({ name }) => name)

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
})

describe('presets', () => {
  it('are listed by name, and one takes the place of another of its name', () => {
    const presets = usePresets()
    presets.save(preset('Two'))
    presets.save(preset('One'))
    presets.save(preset('Two', 'Be long.'))
    expect(presets.list).toEqual([preset('One'), preset('Two', 'Be long.')])
  })

  it('are renamed and deleted', () => {
    const presets = usePresets()
    presets.save(preset('One'))
    presets.save(preset('Two'))
    presets.rename('One', 'Three')
    presets.rename('Not there', 'Four')
    expect(names()).toEqual(['Three', 'Two'])
    presets.remove('Two')
    expect(presets.list).toEqual([preset('Three')])
    expect([presets.has('Three'), presets.has('Two')]).toEqual([true, false])
  })

  it('outlive the page', async () => {
    usePresets().save(preset('One'))
    await nextTick()
    setActivePinia(createPinia())
    expect(usePresets().list).toEqual([preset('One')])
  })

  it('are gone from the browser when they are cleared', async () => {
    usePresets().save(preset('One'))
    await nextTick()
    usePresets().clear()
    await nextTick()
    expect(usePresets().list).toEqual([])
    expect(localStorage.getItem(KEY)).not.toContain('One')
  })

  it.each([
    ['nothing that can be read', '{', []],
    ['no list', '{"name":"One"}', []],
    ['what no preset is', '[null, 3, {"name":"One"}, {"name":1,"systemPrompt":""}]', []],
    [
      'values that no model takes',
      '[{"name":"One","systemPrompt":"","parameters":{"temperature":9,"topP":0.5,"maxTokens":"1","own":1}}]',
      [{ name: 'One', systemPrompt: '', parameters: { topP: 0.5 } }],
    ],
  ])('drop %s', (_what, stored, kept) => {
    localStorage.setItem(KEY, stored)
    expect(usePresets().list).toEqual(kept)
  })
})
