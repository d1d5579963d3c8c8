import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import UiCombobox from '../../../../client/src/components/ui/UiCombobox.vue'
import { groupOptions } from '../../../../client/src/components/ui/combobox-option.js'
import { inBody, onPage } from './support.js'

const OPTIONS = [
  { value: 'g', label: 'Gamma', group: 'Greek' },
  { value: 'a', label: 'Alpha', group: 'Greek', hint: 'the first' },
  { value: 'b', label: 'Bet', group: 'Hebrew' },
  { value: 'x', label: 'Xi', disabled: true, hint: 'not here' },
]

async function opened(props: Record<string, unknown> = {}) {
  const page = onPage(UiCombobox, { label: 'Letter', options: OPTIONS, modelValue: null, ...props })
  await page.get('button').trigger('click')
  await flushPromises()
  return page
}

const shown = () => inBody('[role=option]').map((option) => option.textContent?.trim())

async function search(words: string) {
  const input = document.body.querySelector<HTMLInputElement>('input')!
  input.value = words
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

afterEach(() => document.body.replaceChildren())

describe('options by group', () => {
  it('keep the order in which they and their groups first appear', () => {
    expect(
      groupOptions(OPTIONS).map(({ name, options }) => [name, options.map(({ value }) => value)]),
    ).toEqual([
      ['Greek', ['g', 'a']],
      ['Hebrew', ['b']],
      ['', ['x']],
    ])
  })
})

describe('a combobox', () => {
  it('names what is chosen and what for', async () => {
    const page = onPage(UiCombobox, { label: 'Letter', options: OPTIONS, modelValue: null })
    expect(page.get('button').attributes('aria-label')).toBe('Letter')
    await page.setProps({ modelValue: 'a' })
    expect(page.get('button').attributes('aria-label')).toBe('Letter: Alpha')
    page.unmount()
  })

  it('finds by label, hint and group, and says when there is nothing', async () => {
    const page = await opened()
    expect(shown()).toHaveLength(4)
    await search('first')
    expect(shown()).toEqual([expect.stringContaining('Alpha')])
    await search('hebrew')
    expect(shown()).toEqual(['Bet'])
    await search('nothing of this')
    expect(shown()).toEqual([])
    expect(document.body.textContent).toContain('Nothing found')
    page.unmount()
  })

  it('opens with an empty search, whatever is chosen already', async () => {
    const page = await opened({ modelValue: 'a' })
    const input = () => document.body.querySelector<HTMLInputElement>('input')!
    expect(input().value).toBe('')
    expect(shown()).toHaveLength(4)
    await search('bet')
    expect(shown()).toEqual(['Bet'])
    inBody('[role=option]')[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
    await page.setProps({ modelValue: 'b' })
    await page.get('button').trigger('click')
    await flushPromises()
    expect(input().value).toBe('')
    expect(shown()).toHaveLength(4)
    page.unmount()
  })

  it('tells what was chosen, but not what cannot be', async () => {
    const page = await opened()
    const [, alpha, , xi] = inBody('[role=option]')
    xi!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
    expect(page.emitted('update:modelValue')).toBeUndefined()
    alpha!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await flushPromises()
    expect(page.emitted('update:modelValue')).toEqual([['a']])
    page.unmount()
  })
})
