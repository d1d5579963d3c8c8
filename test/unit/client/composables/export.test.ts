import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useExport } from '../../../../client/src/composables/useExport.js'
import { i18n } from '../../../../client/src/i18n/index.js'

afterEach(() => {
  i18n.global.locale.value = 'en'
  vi.unstubAllGlobals()
})

it.each([
  ['zh-CN', 'zh-CN'],
  ['en', 'en'],
  // Of a language that only the pages speak the server is not asked: it would refuse.
  ['ar', null],
])('a file for somebody who reads %s is asked for in %s', async (locale, lang) => {
  const fetched = vi.fn((_: RequestInfo | URL) =>
    Promise.resolve(new Response('', { status: 404 })),
  )
  vi.stubGlobal('fetch', fetched)
  i18n.global.locale.value = locale
  let save!: ReturnType<typeof useExport>
  const Host = defineComponent({
    setup: () => {
      save = useExport()
      return () => null
    },
  })
  mount(Host, { global: { plugins: [i18n, createPinia()] } })
  await save('c1', 'markdown')
  const asked = new URL(String(fetched.mock.calls[0]![0]), 'http://arena.example')
  expect(asked.searchParams.get('lang')).toBe(lang)
  expect(asked.searchParams.get('format')).toBe('markdown')
})
