import { beforeEach, expect, it } from 'vitest'
import { browserKeeps, forgetInBrowser } from '../../../../client/src/lib/browser-keeps.js'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ringside.preferences', '{"theme":"dark","locale":"zh-CN"}')
  localStorage.setItem('ringside.presets', '[{"name":"Pirate"}]')
  localStorage.setItem('ringside.notice', 'v1')
  localStorage.setItem('another.app', 'stays')
  sessionStorage.setItem('ringside.drafts', '{"battle":"Half a pro"}')
  sessionStorage.setItem('ringside.setups', '{"direct":{"models":["alpha"]}}')
  sessionStorage.setItem('ringside.left', '/about')
})

it('what a browser alone has of a person is told whole', () => {
  expect(browserKeeps()).toEqual({
    presets: [{ name: 'Pirate' }],
    preferences: { theme: 'dark', locale: 'zh-CN' },
    drafts: { battle: 'Half a pro' },
    setups: { direct: { models: ['alpha'] } },
    notice: 'v1',
  })
})

it('and forgotten whole, with nothing of another page of the same address', () => {
  forgetInBrowser()
  expect(Object.entries(localStorage)).toEqual([['another.app', 'stays']])
  expect(sessionStorage.length).toBe(0)
  expect(browserKeeps()).toEqual({})
})
