import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import UiBanner from '../../../../client/src/components/ui/UiBanner.vue'
import UiButton from '../../../../client/src/components/ui/UiButton.vue'
import UiCornerMark from '../../../../client/src/components/ui/UiCornerMark.vue'
import UiDialog from '../../../../client/src/components/ui/UiDialog.vue'
import UiIconButton from '../../../../client/src/components/ui/UiIconButton.vue'
import UiMenu from '../../../../client/src/components/ui/UiMenu.vue'
import UiSegments from '../../../../client/src/components/ui/UiSegments.vue'
import UiSheet from '../../../../client/src/components/ui/UiSheet.vue'
import UiSlider from '../../../../client/src/components/ui/UiSlider.vue'
import UiSwitch from '../../../../client/src/components/ui/UiSwitch.vue'
import UiTabs from '../../../../client/src/components/ui/UiTabs.vue'
import UiTextarea from '../../../../client/src/components/ui/UiTextarea.vue'
import UiToaster from '../../../../client/src/components/ui/UiToaster.vue'
import { useToast } from '../../../../client/src/stores/toast.js'
import { inBody, onPage } from './support.js'

afterEach(() => document.body.replaceChildren())

describe('a button', () => {
  it('does nothing by itself in a form, and nothing at all while it loads', () => {
    const page = onPage(UiButton, { loading: true }, { default: 'Save' })
    expect(page.attributes()).toMatchObject({ type: 'button', disabled: '', 'aria-busy': 'true' })
  })

  it('can be a link that looks like a button', () => {
    const page = onPage(
      UiButton,
      { asChild: true },
      { default: () => h('a', { href: '/x' }, 'Go') },
    )
    expect(page.element.tagName).toBe('A')
    expect(page.attributes('type')).toBeUndefined()
  })

  it('that shows only a picture has a name, and passes on what is asked of it', async () => {
    const onClick = vi.fn()
    const page = onPage(
      UiIconButton,
      { label: 'Copy', pressed: true, onClick },
      { default: '<svg />' },
    )
    const button = page.get('button')
    expect(button.attributes()).toMatchObject({ 'aria-label': 'Copy', 'aria-pressed': 'true' })
    await button.trigger('click')
    expect(onClick).toHaveBeenCalledOnce()
    page.unmount()
  })
})

describe('a banner', () => {
  it.each([
    [{ tone: 'bad' }, 'alert'],
    [{ tone: 'warn' }, 'status'],
    [{ tone: 'bad', quiet: true }, undefined],
  ])('%j interrupts as %s', (props, role) => {
    expect(onPage(UiBanner, props, { default: 'What happened' }).attributes('role')).toBe(role)
  })
})

describe('the marks of the corners', () => {
  it('differ in shape and letter, and have names where they stand alone', () => {
    const [a, b] = (['a', 'b'] as const).map((corner) => onPage(UiCornerMark, { corner }))
    expect([a!.text(), b!.text()]).toEqual(['A', 'B'])
    expect([a!.attributes('aria-label'), b!.attributes('aria-label')]).toEqual([
      'Corner A',
      'Corner B',
    ])
    expect(a!.classes()).toContain('rounded-mark')
    expect(b!.classes()).toContain('rounded-full')
    const decorative = onPage(UiCornerMark, { corner: 'a', decorative: true })
    expect(decorative.attributes()).toMatchObject({ 'aria-hidden': 'true' })
  })
})

describe('a slider', () => {
  const props = { label: 'Temperature', min: 0, max: 2, step: 0.1 }

  it('says that it is not set, moves from its middle, and can be set back', async () => {
    const page = onPage(UiSlider, { ...props, modelValue: undefined })
    const thumb = page.get('[role=slider]')
    expect(page.get('output').text()).toBe('Not set')
    expect(thumb.attributes()).toMatchObject({
      'aria-label': 'Temperature',
      'aria-valuetext': 'Not set',
    })
    expect(page.find('button').exists()).toBe(false)

    await thumb.trigger('keydown', { key: 'ArrowRight' })
    expect(page.emitted('update:modelValue')).toEqual([[1.1]])

    await page.setProps({ modelValue: 0.7 })
    expect(page.get('output').text()).toBe('0.7')
    await page.get('button').trigger('click')
    expect(page.emitted('update:modelValue')?.at(-1)).toEqual([undefined])
    page.unmount()
  })
})

describe('a switch', () => {
  it('is named by its label and turns', async () => {
    const page = onPage(UiSwitch, { label: 'Follow', modelValue: false })
    const control = page.get('[role=switch]')
    expect(page.get('label').attributes('for')).toBe(control.attributes('id'))
    await control.trigger('click')
    expect(page.emitted('update:modelValue')).toEqual([[true]])
    page.unmount()
  })
})

describe('segments', () => {
  it('always keep one chosen', async () => {
    const items = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]
    const page = onPage(UiSegments, { label: 'Which', items, modelValue: 'a' })
    const [a, b] = page.findAll('button')
    await a!.trigger('click')
    expect(page.emitted('update:modelValue')).toBeUndefined()
    await b!.trigger('click')
    expect(page.emitted('update:modelValue')).toEqual([['b']])
    page.unmount()
  })
})

describe('tabs', () => {
  it('show one panel and keep the others', async () => {
    const items = [
      { value: 'a', label: 'First' },
      { value: 'b', label: 'Second' },
    ]
    const page = onPage(
      UiTabs,
      {
        label: 'Answers',
        items,
        modelValue: 'a',
        'onUpdate:modelValue': (modelValue: string) => page.setProps({ modelValue }),
      },
      { a: 'one', b: 'two' },
    )
    expect(page.findAll('[role=tabpanel]').map((panel) => panel.attributes('data-state'))).toEqual([
      'active',
      'inactive',
    ])
    expect(page.text()).toContain('two')
    await page.findAll('[role=tab]')[1]!.trigger('mousedown', { button: 0 })
    expect(page.findAll('[role=tab]')[1]!.attributes('aria-selected')).toBe('true')
    page.unmount()
  })
})

describe('a text box', () => {
  it('passes on what is typed, and shows that it is wrong', async () => {
    const page = onPage(UiTextarea, { label: 'Prompt', modelValue: 'a', invalid: true })
    expect(page.attributes()).toMatchObject({ 'aria-label': 'Prompt', 'aria-invalid': 'true' })
    await page.setValue('b')
    expect(page.emitted('update:modelValue')).toEqual([['b']])
    page.unmount()
  })
})

describe('what opens over the page', () => {
  it.each([
    ['a dialog', UiDialog],
    ['a drawer', UiSheet],
  ])('%s has a name, can be closed, and says so', async (_name, component) => {
    const page = onPage(component, { open: true, title: 'Rename' }, { default: 'inside' })
    await flushPromises()
    const dialog = inBody('[role=dialog]')[0]!
    const title = document.getElementById(dialog.getAttribute('aria-labelledby')!)
    expect(title?.textContent).toBe('Rename')
    expect(dialog.textContent).toContain('inside')
    inBody('[aria-label=Close]')[0]!.click()
    await flushPromises()
    expect(page.emitted('update:open')?.at(-1)).toEqual([false])
    page.unmount()
  })

  it('a menu tells what was chosen, and which of its items is', async () => {
    const items = [
      { id: 'light', label: 'Light', checked: false },
      { id: 'dark', label: 'Dark', checked: true },
    ]
    const page = onPage(UiMenu, { items }, { default: () => h('button', 'Theme') })
    await page.get('button').trigger('click')
    await vi.waitUntil(() => inBody('[role=menuitemradio]').length > 0)
    const [light, dark] = inBody('[role=menuitemradio]')
    expect([light, dark].map((item) => item?.getAttribute('aria-checked'))).toEqual([
      'false',
      'true',
    ])
    light!.click()
    await flushPromises()
    expect(page.emitted('select')).toEqual([['light']])
    page.unmount()
  })
})

describe('a note', () => {
  it('appears once the toaster stands, offers its way on, and goes when it is closed', async () => {
    const run = vi.fn()
    const page = onPage(UiToaster)
    const { show, toasts } = useToast()
    show('Deleted', { tone: 'good', action: { label: 'Undo', run } })
    await nextTick()
    await flushPromises()
    expect(document.body.textContent).toContain('Deleted')
    inBody('button')
      .find((button) => button.textContent === 'Undo')!
      .click()
    await flushPromises()
    expect(run).toHaveBeenCalledOnce()
    expect(toasts.value).toEqual([])
    page.unmount()
  })
})
