import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROMPT_LIMIT } from '#shared/limits'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import type { Reply } from '../support/fake-upstream/script.js'
import { keepDrawable } from '../support/model-health.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import {
  ask,
  button,
  composer,
  sentence,
  untilVotable,
  voteButton,
  voteRow,
  history,
} from './arena-page.js'

const SECRETS = /alpha|beta|key-|401|429|quota|127\.0\.0\.1/i

const FAILURES: [string, Reply][] = [
  ['a wrong key', { status: 401, message: 'Incorrect API key provided: key-alpha' }],
  ['a model that is not there', { status: 404, message: 'The model alpha-1 does not exist' }],
  ['too many requests', { status: 429, message: 'alpha is over its quota' }],
  ['a fault of the provider', { status: 500, message: 'alpha-1 broke at 127.0.0.1' }],
  [
    'a stream that is cut',
    { text: ['Half of ', 'it', ' all'], chunkMs: 300, cut: { after: 2, by: 'reset' } },
  ],
  ['an answer without a word', { text: [] }],
]

describe('when one side fails', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url) })
    keepDrawable(arena)
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  it.each(FAILURES)('by %s, it says so, and only that side is concerned', async (_, reply) => {
    upstream.script(({ body }) => (body.model === 'alpha-1' ? reply : { text: ['All is fine.'] }))
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    await ask(page, 'Which side fails?')

    const alert = page.getByRole('alert')
    const failed = page.getByRole('article').filter({ has: alert })
    const other = page.getByRole('article').filter({ hasNot: alert })
    await failed.getByText(en.errors.answer_failed).waitFor()
    await other.getByText(en.arena.status.done).waitFor()
    expect(await other.getByRole('group').innerText()).toBe('All is fine.')
    const kept = reply.text?.slice(0, reply.cut?.after).join('') ?? ''
    expect(await failed.getByRole('group').innerText()).toContain(kept)
    await voteRow(page).getByText(en.vote.notVotable.failed).waitFor()
    expect(await voteButton(page, 'tie').count()).toBe(0)
    expect(await page.getByRole('main').innerText()).not.toMatch(SECRETS)

    const row = history(page).getByRole('listitem').first()
    await row.getByText(en.history.unfinished).waitFor()

    upstream.script(() => ({ text: ['Fine this time.'] }))
    await button(failed, en.arena.answer.retry).click()
    await untilVotable(page)
    const answers = await page.getByRole('article').getByRole('group').allInnerTexts()
    expect(answers.toSorted()).toEqual(['All is fine.', 'Fine this time.'])
    await row.getByText(en.history.unvoted).waitFor()
  })
})

describe('a prompt that is too long', () => {
  const browser = testBrowser()
  let arena: TestArena

  beforeAll(async () => {
    arena = await startArena()
  })
  afterAll(() => arena.close())

  it('stays in the box, with its length and the limit beside it', async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    const text = '好'.repeat(PROMPT_LIMIT.battle + 1)
    await ask(page, text)
    const gaps = { length: '30,001', limit: '30,000' }
    const refusal = page.getByText(sentence(en.shell.failure.text_too_long, gaps))
    await refusal.waitFor()
    await page.getByText(sentence(en.arena.composer.count, gaps)).waitFor()
    expect(await composer(page).inputValue()).toBe(text)
    expect(new URL(page.url()).pathname).toBe('/')

    await composer(page).press('Backspace')
    await refusal.waitFor({ state: 'hidden' })
    await composer(page).press('Enter')
    await page.waitForURL(/\/c\//)
  })
})
