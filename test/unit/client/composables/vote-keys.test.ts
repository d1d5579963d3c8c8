import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useVoteKeys } from '../../../../client/src/composables/useVoteKeys.js'
import { usePreferences } from '../../../../client/src/stores/preferences.js'

let cleanUp = () => {}
beforeEach(() => localStorage.clear())
afterEach(() => cleanUp())

function page(voteKeys: boolean) {
  const heard: string[] = []
  const view = mount(
    {
      template: '<div data-rest tabindex="-1"></div><article tabindex="0"></article><input />',
      setup() {
        usePreferences().voteKeys = voteKeys
        useVoteKeys(() => true, {
          cast: (choice) => heard.push(choice),
          write: () => heard.push('write'),
        })
      },
    },
    { global: { plugins: [createPinia()] }, attachTo: document.body },
  )
  cleanUp = () => view.unmount()
  const press = async (where: string, key: string) => {
    await view.find(where).trigger('keydown', { key })
    return heard.splice(0)
  }
  return { press }
}

it('a figure votes wherever the focus is, but where somebody types', async () => {
  const { press } = page(true)
  expect(await press('article', '1')).toEqual(['a'])
  expect(await press('[data-rest]', '4')).toEqual(['both_bad'])
  expect(await press('input', '1')).toEqual([])
})

it('a figure votes at the question alone where somebody wants it so', async () => {
  const { press } = page(false)
  expect(await press('article', '1')).toEqual([])
  expect(await press('[data-rest]', '1')).toEqual(['a'])
  expect(await press('[data-rest]', 'x')).toEqual(['write'])
})
