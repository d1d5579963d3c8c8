import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ArenaComposer from '../../../../client/src/components/arena/ArenaComposer.vue'
import { i18n } from '../../../../client/src/i18n/index.js'

function composer(props: { modelValue?: string; running?: boolean; limit?: number } = {}) {
  const view = mount(ArenaComposer, {
    props: {
      modelValue: 'Why?',
      placeholder: '',
      limit: 10,
      running: false,
      stopLabel: 'Stop both',
      ...props,
    },
    global: { plugins: [i18n] },
  })
  const press = (init: KeyboardEventInit & { keyCode?: number } = {}) =>
    view.find('textarea').trigger('keydown', { key: 'Enter', ...init })
  return { view, press, sent: () => view.emitted('send')?.length ?? 0 }
}

describe('the composer', () => {
  it('sends with Enter and breaks the line with Shift + Enter', async () => {
    const { press, sent } = composer()
    await press({ shiftKey: true })
    expect(sent()).toBe(0)
    await press()
    expect(sent()).toBe(1)
  })

  it('leaves an Enter that picks a word of an input method alone', async () => {
    const { press, sent } = composer()
    await press({ isComposing: true })
    await press({ keyCode: 229 })
    expect(sent()).toBe(0)
  })

  it('sends nothing that is empty, and nothing while answers run', async () => {
    const empty = composer({ modelValue: ' \n ' })
    await empty.press()
    const running = composer({ running: true })
    await running.press()
    expect([empty.sent(), running.sent()]).toEqual([0, 0])
    await running.view.get('button').trigger('click')
    expect(running.view.emitted('stop')).toHaveLength(1)
  })

  it('counts code points once the limit is near: an emoji is one', () => {
    const text = (modelValue: string) => composer({ modelValue }).view.text()
    expect(text('12345678')).not.toContain('of 10')
    expect(text('😀'.repeat(9))).toContain('9 of 10 characters')
    expect(
      composer({ modelValue: '字'.repeat(11) })
        .view.find('[aria-invalid]')
        .exists(),
    ).toBe(true)
  })
})
