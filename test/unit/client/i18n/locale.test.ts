import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import { applyLocale, i18n, LANGUAGES, preferredLocale } from '../../../../client/src/i18n/index.js'
import { firstSpoken, gatherLanguages } from '../../../../client/src/i18n/language.js'
import { usePreferences } from '../../../../client/src/stores/preferences.js'

const KEY = 'ringside.preferences'

/** The store inside of a component, as the app has it. */
function preferences() {
  let store!: ReturnType<typeof usePreferences>
  const Host = defineComponent({
    setup: () => {
      store = usePreferences()
      return () => null
    },
  })
  mount(Host)
  return store
}

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
})

describe('the language of a browser', () => {
  it.each([
    [['en-GB', 'zh'], 'en'],
    [['zh-TW', 'en'], 'zh-CN'],
    [['de', 'fr', 'zh-Hans-CN'], 'zh-CN'],
    [['de'], 'en'],
    [[], 'en'],
  ])('%j is answered in %s', (languages, locale) => {
    expect(preferredLocale(languages)).toBe(locale)
  })

  it('is one file: its tag, its name and where it begins come from there', async () => {
    const arabic = { ...LANGUAGES.en!, name: 'العربية', direction: 'rtl' } as const
    const languages = gatherLanguages({
      './languages/ar.ts': arabic,
      './languages/en.ts': LANGUAGES.en!,
    })
    expect(Object.entries(languages).map(([tag, { name }]) => [tag, name])).toEqual([
      ['en', 'English'],
      ['ar', 'العربية'],
    ])
    expect(firstSpoken(['ar-EG', 'en'], Object.keys(languages))).toBe('ar')
    expect(firstSpoken(['pt-BR'], ['en', 'pt-PT', 'pt-BR'])).toBe('pt-BR')

    LANGUAGES.ar = arabic
    await applyLocale('ar')
    const { lang, dir } = document.documentElement
    delete LANGUAGES.ar
    await applyLocale('en')
    expect([lang, dir]).toEqual(['ar', 'rtl'])
    expect(document.documentElement.dir).toBe('ltr')
  })
})

describe('what a person prefers', () => {
  it('changes the words, the language of the page, and is remembered', async () => {
    const store = preferences()
    store.locale = 'zh-CN'
    await nextTick()
    expect(i18n.global.t('common.save')).toBe('保存')
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(JSON.parse(localStorage.getItem(KEY)!)).toMatchObject({ locale: 'zh-CN' })

    setActivePinia(createPinia())
    expect(preferences().locale).toBe('zh-CN')
  })

  it("sets the theme on the page, and takes it off again for the system's", async () => {
    const store = preferences()
    store.theme = 'dark'
    await nextTick()
    expect(document.documentElement.dataset.theme).toBe('dark')
    store.theme = 'system'
    await nextTick()
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })

  it.each(['not json', 'null', '[]', '{"theme":"pink","locale":"xx","linkedScroll":"yes"}'])(
    'falls back where the browser remembers nonsense: %s',
    (stored) => {
      localStorage.setItem(KEY, stored)
      const store = preferences()
      expect([store.theme, store.linkedScroll]).toEqual(['system', false])
      expect(['en', 'zh-CN']).toContain(store.locale)
    },
  )
})
