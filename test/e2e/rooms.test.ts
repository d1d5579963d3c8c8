import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { answer, ask, button, pane, sentence, untilVotable, voteButton } from './arena-page.js'

const NAMES = /alpha|beta/iu
const WORDS = Array.from({ length: 24 }, (_, at) => `word${at} `)

describe('a room of an owner and two jurors', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_GRACE_MS: '300', BLIND_PACE: 'off' },
    })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  const begin = async (chunkMs: number) => {
    upstream.script(() => ({ text: WORDS, chunkMs }))
    const owner = await browser.newPage(arena.url, { still: true })
    await owner.goto('/')
    await ask(owner, 'Which is better?')
    await answer(owner, 'a').getByText('word2').waitFor()
    return owner
  }
  const shareBlind = async (owner: Page): Promise<string> => {
    await button(owner, en.room.share.open).click()
    await button(owner, en.room.share.make).click()
    const link = await owner.getByRole('textbox', { name: en.room.share.link }).inputValue()
    await owner.keyboard.press('Escape')
    return link
  }
  const comes = async (link: string, width = 1280) => {
    const page = await browser.newPage(arena.url, { still: true, width })
    await page.goto(link)
    await pane(page, 'a').waitFor()
    return page
  }
  const revealed = (page: Page) => pane(page, 'a').getByText(NAMES).first().waitFor()
  const unnamed = async (page: Page) =>
    expect(await page.locator('body').innerText()).not.toMatch(NAMES)
  const tally = (page: Page) => page.getByRole('region', { name: en.room.tally.label })
  const votes = (count: number) =>
    sentence(en.room.tally.votes.split(' | ')[count === 1 ? 0 : 1]!, { count })
  const here = (page: Page, count: number) =>
    page.getByText(sentence(en.room.here.split(' | ')[1]!, { count })).waitFor()

  it('has a link that is copied on plain http too, where pages have no clipboard', async () => {
    const owner = await browser.newPage(arena.url, { still: true })
    await owner.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.addEventListener('copy', () => {
        const from = document.activeElement as HTMLTextAreaElement
        document.title = from.value.slice(from.selectionStart, from.selectionEnd)
      })
    })
    upstream.script(() => ({ text: WORDS }))
    await owner.goto('/')
    await ask(owner, 'Which is better?')
    await untilVotable(owner)
    await button(owner, en.room.share.open).click()
    await button(owner, en.room.share.make).click()
    const link = await owner.getByRole('textbox', { name: en.room.share.link }).inputValue()
    await button(owner, en.room.share.copy).click()
    await button(owner, en.room.share.copied).waitFor()
    expect(await owner.title()).toBe(link)
    await owner.context().close()
  })

  it('sees one live answer, votes apart, and learns the names each at their own time', async () => {
    const owner = await begin(150)
    const link = await shareBlind(owner)
    const one = await comes(link)
    const two = await comes(link, 390)
    await here(owner, 3)
    await one.getByText(en.room.guest.juror).waitFor()
    // The key has left the address, and a reload needs it no more.
    await expect.poll(() => new URL(two.url()).hash).toBe('')
    await two.reload()
    await untilVotable(two)
    expect(await button(two, en.room.share.open).count()).toBe(0)

    await voteButton(one, 'a').click()
    await revealed(one)
    await tally(one).getByText(votes(1)).waitFor()
    await unnamed(owner)
    await unnamed(two)
    // A screen for all shows that votes come in, and not for whom.
    await tally(owner).getByText(votes(1)).waitFor()
    await tally(owner).getByText(en.room.tally.hidden).waitFor()
    expect(await tally(owner).getByRole('listitem').count()).toBe(0)

    await voteButton(owner, 'b').click()
    await revealed(owner)
    await tally(owner).getByText(votes(2)).waitFor()
    await unnamed(two)

    await two.keyboard.press('1')
    await revealed(two)
    await tally(owner).getByText(votes(3)).waitFor()
    await tally(one).getByText(votes(3)).waitFor()
    for (const page of [owner, one, two]) expect(await barriers(page)).toEqual([])

    // Leaving and coming back keeps the vote.
    await one.goto('/')
    await one.goto(link.split('#')[0]!)
    await tally(one).getByText(votes(3)).waitFor()
    await revealed(one)
  })

  it('has its code large for the last row, and beside the answers for who comes late', async () => {
    const owner = await begin(5)
    await untilVotable(owner)
    await button(owner, en.room.share.open).click()
    await button(owner, en.room.share.make).click()
    const code = owner.getByRole('img', { name: en.room.share.qr })
    await button(owner, en.room.share.large).click()
    const large = owner.getByRole('dialog', { name: en.room.share.qr })
    await large.getByRole('img').waitFor()
    const { width, height } = (await large.getByRole('img').boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThan(owner.viewportSize()!.height / 2)
    expect(await barriers(owner)).toEqual([])
    await owner.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })
    await button(owner, en.room.share.keep).click()
    await owner.getByRole('dialog').waitFor({ state: 'detached' })
    const kept = owner.getByRole('region', { name: en.room.code.label })
    await kept.getByRole('img').waitFor()
    const { x, width: side } = (await code.boundingBox())!
    expect(side).toBeGreaterThan(200)
    // Beside the answers, and over none of them.
    expect(x + side).toBeLessThanOrEqual((await pane(owner, 'a').boundingBox())!.x)
    expect(await barriers(owner)).toEqual([])
    await button(owner, en.room.share.large).click()
    await large.getByRole('img').waitFor()
    await owner.keyboard.press('Escape')
    await button(owner, en.room.code.putAway).click()
    await kept.waitFor({ state: 'detached' })
  })

  it('can be taken back by its owner, by keys alone', async () => {
    const owner = await begin(5)
    await untilVotable(owner)
    const link = await shareBlind(owner)
    const juror = await comes(link)
    await button(owner, en.room.share.open).focus()
    await owner.keyboard.press('Enter')
    const withdraw = button(owner, en.room.share.withdraw)
    await owner.getByRole('img', { name: en.room.share.qr }).waitFor()
    expect(await barriers(owner)).toEqual([])
    await withdraw.focus()
    await owner.keyboard.press('Enter')
    await button(owner, en.room.share.make).waitFor()
    await juror.getByText(en.arena.missing.text).waitFor()
    const late = await browser.newPage(arena.url, { still: true })
    await late.goto(link)
    await late.getByText(en.arena.missing.text).waitFor()
  })
})
