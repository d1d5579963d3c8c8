import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import UiMarkdown from '../../../../client/src/components/ui/UiMarkdown.vue'
import { useToast } from '../../../../client/src/stores/toast.js'
import { i18n } from '../../../../client/src/i18n/index.js'
import { en } from '../../../../client/src/i18n/locales/en.js'
import { enginesLoaded } from '../markdown/support.js'
import { onPage } from './support.js'

beforeAll(enginesLoaded)
beforeEach(() => {
  vi.useFakeTimers()
  // On a plain HTTP address of a local network there is only the old way.
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  i18n.global.locale.value = 'en'
  document.body.replaceChildren()
})

const CODE = '```js\nconst a = 1\n```'

describe('a text on the page', () => {
  it('follows while it streams and is whole at once when it ends', async () => {
    const page = onPage(UiMarkdown, { text: 'On', streaming: true })
    expect(page.text()).toBe('On')
    await page.setProps({ text: 'One **two' })
    await vi.advanceTimersByTimeAsync(100)
    expect(page.text()).toBe('One two')
    await page.setProps({ text: 'One **two**', streaming: false })
    expect(page.find('strong').text()).toBe('two')
    page.unmount()
  })

  it('copies a block of code, and says so for a moment', async () => {
    const copied: (string | undefined)[] = []
    const execCommand = () => copied.push(document.querySelector('textarea')?.value) > 0
    Object.assign(document, { execCommand })
    const page = onPage(UiMarkdown, { text: CODE })
    await page.get('.md-copy').trigger('click')
    await flushPromises()
    expect(copied).toEqual(['const a = 1\n'])
    expect(page.get('.md-copy').text()).toBe('Copied')
    vi.advanceTimersByTime(3_000)
    expect(page.get('.md-copy').text()).toBe('Copy')
    page.unmount()
  })

  it('says that the browser did not let it copy', async () => {
    Object.assign(document, { execCommand: () => false })
    const page = onPage(UiMarkdown, { text: CODE })
    await page.get('.md-copy').trigger('click')
    await flushPromises()
    expect(useToast().toasts.value.at(-1)).toMatchObject({ tone: 'bad', text: en.ui.copyRefused })
    expect(page.get('.md-copy').text()).toBe('Copy')
    page.unmount()
  })

  it('keeps lines wrapped as the reader wants while more text comes', async () => {
    const page = onPage(UiMarkdown, { text: '```js\nconst a', streaming: true })
    await page.get('.md-wrap').trigger('click')
    expect(page.get('.md-wrap').attributes('aria-pressed')).toBe('true')
    await page.setProps({ text: `${CODE}\n\nand more`, streaming: false })
    expect(page.get('.md-code').attributes('data-wrapped')).toBe('')
    expect(page.get('.md-wrap').attributes('aria-pressed')).toBe('true')
    page.unmount()
  })

  it('speaks another language when the page does', async () => {
    const page = onPage(UiMarkdown, { text: CODE })
    i18n.global.locale.value = 'zh-CN'
    await flushPromises()
    expect(page.get('.md-copy').text()).toBe('复制')
    page.unmount()
  })
})
