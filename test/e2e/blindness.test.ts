import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { ask, pane, untilVotable, voteButton } from './arena-page.js'

/** Everything that reaches a page: bodies, headers, and what the socket says. */
function recordNetwork(page: Page): () => Promise<string> {
  const parts: Promise<string>[] = []
  page.on('response', (response) => {
    const text = response.text().catch(() => '')
    parts.push(
      text.then((body) => `${response.url()} ${JSON.stringify(response.headers())} ${body}`),
    )
  })
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => parts.push(Promise.resolve(String(payload)))),
  )
  return async () => (await Promise.all(parts)).join('\n')
}

/** Everything that the page holds, seen or not. */
const contents = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      document.cookie,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(history.state),
    ].join('\n'),
  )

const found = (text: string, names: readonly string[]): string[] =>
  names.filter((name) => text.toLowerCase().includes(name.toLowerCase()))

describe('before the vote the browser knows no name', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream

  beforeAll(async () => {
    upstream = await startFakeUpstream()
  })
  afterAll(() => upstream.close())

  /** Plays a battle and looks for the names, in the end also where they must be. */
  async function search(arena: TestArena, names: readonly string[]): Promise<void> {
    const page = await browser.newPage(arena.url)
    const network = recordNetwork(page)
    await page.goto('/')
    await ask(page, 'Who are you?')
    await pane(page, 'a').waitFor()
    expect(found(await contents(page), names)).toEqual([])
    await untilVotable(page)
    await page.reload()
    await untilVotable(page)
    expect(found(await contents(page), names)).toEqual([])
    expect(found(await network(), names)).toEqual([])

    await voteButton(page, 'a').click()
    await page
      .getByRole('heading', { level: 3, name: new RegExp(names.join('|')) })
      .first()
      .waitFor()
    expect(found(await contents(page), names)).not.toEqual([])
    expect(found(await network(), names)).not.toEqual([])
    // One that is still open would say that its server is gone.
    await page.close()
  }

  it('of a model behind a provider', async () => {
    upstream.script(() => ({
      reasoning: ['Hm.'],
      text: ['I cannot say.'],
      usage: { input: 3, output: 4 },
    }))
    const entry = (name: string) => ({
      model_name: `upstream-of-${name}`,
      api_type: 'openai',
      api_base: `${upstream.url}/v1`,
      api_key: `key-of-${name}`,
      organization: `maker-of-${name}`,
    })
    const arena = await startArena({ models: { canary: entry('canary'), wren: entry('wren') } })
    await search(arena, ['canary', 'wren', upstream.url.slice('http://'.length)])
    await arena.close()
  })

  it('of a demo model, at the default pace', async () => {
    const arena = await startArena({ env: { BLIND_PACE: 'paced' } })
    const names = arena.catalog.all().map((model) => model.name)
    expect(names.length).toBeGreaterThanOrEqual(6)
    await search(arena, names)
    await arena.close()
  })
})
