import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../client/src/i18n/locales/en.js'
import { testBrowser } from '../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../support/models.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import { XSS_PAYLOADS } from '../unit/client/markdown/xss-payloads.js'
import { answer, ask, sentence, untilVotable, voteButton, voteRow } from './arena-page.js'

const HOSTILE = [...XSS_PAYLOADS, 'The end.'].join('\n\n')
const ACTIVE =
  'script, iframe, object, embed, form, style, img, base, meta, link, video, audio, template'

/** Pieces of 1 to 11 characters: hardly a tag arrives whole. */
function oddPieces(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0, size = 1; at < text.length; at += size, size = (size % 11) + 1)
    pieces.push(text.slice(at, at + size))
  return pieces
}

describe('hostile words', () => {
  const browser = testBrowser()
  let upstream: FakeUpstream
  let arena: TestArena

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: oddPieces(HOSTILE), chunkMs: 1 }))
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  it('of a prompt and of both answers stay words', async () => {
    const page = await browser.newPage(arena.url)
    await page.goto('/')
    // A NUL is no text, so the server takes none in a prompt.
    await ask(page, HOSTILE.replaceAll('\0', ''))
    await untilVotable(page)
    for (const side of ['a', 'b'] as const) await answer(page, side).getByText('The end.').waitFor()
    await voteButton(page, 'tie').click()
    await voteRow(page).getByText(en.vote.rated).waitFor()

    // A link that were dangerous would be so when used: every element is focused and pointed at.
    const found = await page.evaluate((active) => {
      const all = [...document.querySelectorAll<HTMLElement>('*')]
      for (const element of all) {
        element.focus?.()
        for (const type of ['mouseover', 'toggle', 'load', 'error'])
          element.dispatchEvent(new Event(type))
      }
      return {
        pwned: 'pwned' in window,
        active: [...document.querySelectorAll(`#app :is(${active})`)].map((each) => each.outerHTML),
        handlers: all
          .flatMap((each) => each.getAttributeNames())
          .filter((name) => /^on/.test(name)),
        schemes: [
          ...new Set(
            [...document.querySelectorAll<HTMLAnchorElement>('article a')].map((a) => a.protocol),
          ),
        ],
        title: document.title,
      }
    }, ACTIVE)
    expect(found).toMatchObject({ pwned: false, active: [], handlers: [], schemes: ['https:'] })
    expect(found.title).toContain('<script>window.pwned = 1</script>')

    const picture = { name: sentence(en.ui.image, { text: 'x' }), exact: true }
    const links = await answer(page, 'a').getByRole('link', picture).all()
    expect(await Promise.all(links.map((link) => link.getAttribute('href')))).toContain(
      'https://tracker.example/pixel.png',
    )
    await answer(page, 'a').getByText('<script>window.pwned = 1</script>').first().waitFor()
  })
})
