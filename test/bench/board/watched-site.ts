import { chromium, type Browser, type Page } from 'playwright-core'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { Choice } from '#shared/vocabulary'
import { CHROMIUM } from '../../support/browser.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { folderWith, type Row } from '../../support/imported-votes.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { TestPerson } from '../../support/test-person.js'

const MODELS = 20
const VOTES_A_PAIR = 20
const name = (i: number): string => `model-${String(i).padStart(2, '0')}`

/** A battle that waits for its vote. */
export interface Battle {
  cast(choice: Choice): Promise<unknown>
}

/** The built command over a board of some thousand votes, and a browser that shows it to somebody else. */
export class WatchedSite {
  private told = 0

  private constructor(
    private readonly upstream: FakeUpstream,
    private readonly server: RingsideProcess,
    private readonly folder: string,
    private readonly browser: Browser,
    private readonly page: Page,
    readonly url: string,
  ) {}

  static async open(): Promise<WatchedSite> {
    const upstream = await startFakeUpstream()
    const folder = await folderWith(modelsAt(upstream.url), formerVotes())
    const server = RingsideProcess.run([], {
      PORT: '0',
      DATA_DIR: folder,
      API_ENDPOINT_FILE: join(folder, 'api_endpoint.json'),
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      LIMITS: 'off',
      BLIND_PACE: 'off',
      PROVIDER_CONCURRENCY: '1000',
      // A vote counts at once, however soon it comes: it is the board that is measured.
      VOTE_GRACE_MS: '0',
      VOTE_MIN_MS: '0',
    })
    const url = await server.opened()
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    const page = await browser.newPage({ baseURL: url, locale: 'en-US' })
    await page.goto('/leaderboard')
    await page.getByRole('row').nth(MODELS).waitFor()
    await page.evaluate(watchCount)
    return new WatchedSite(upstream, server, folder, browser, page, url)
  }

  /** Battles whose answers are there, of one person. */
  async battles(person: TestPerson, count: number): Promise<Battle[]> {
    const battles: Battle[] = []
    while (battles.length < count) {
      const text = `Why is the sky blue, for the ${(this.told += 1)}th time?`
      const { conversationId, turn } = await person.does('conversation:start', {
        mode: 'battle',
        text,
      })
      await person.hears('turn:done', (done) => done.conversationId === conversationId)
      battles.push({
        cast: (choice) => person.does('vote:cast', { conversationId, turn, choice }),
      })
    }
    return battles
  }

  /** The votes that the page tells now. */
  shown(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as Watching).shownVotes.at(-1)!.votes)
  }

  /** When the page had painted so many votes, in milliseconds since the epoch; 0 is not yet. */
  async paintedAt(votes: number): Promise<number> {
    const found = await this.page.waitForFunction(
      (least) => (window as unknown as Watching).shownVotes.find((each) => each.votes >= least)?.at,
      votes,
    )
    return (await found.jsonValue())!
  }

  /** Longer than a debounce: the next vote finds everything at rest. */
  rest(): Promise<void> {
    return after(500)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.server.kill('SIGKILL')
    await this.upstream.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

interface Watching {
  shownVotes: { votes: number; at: number }[]
}

/** Runs in the page: notes when a number of votes was on the screen, which is after the frame that paints it. */
function watchCount(): void {
  const watching = window as unknown as Watching
  const main = document.querySelector('main')!
  const votes = (): number =>
    Number(/From ([\d,]+) votes/.exec(main.innerText)![1]!.replace(',', ''))
  watching.shownVotes = [{ votes: votes(), at: 0 }]
  const note = (): void => {
    const now = votes()
    if (now === watching.shownVotes.at(-1)!.votes) return
    const entry = { votes: now, at: 0 }
    watching.shownVotes.push(entry)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        entry.at = performance.timeOrigin + performance.now()
      }
      port2.postMessage(null)
    })
  }
  new MutationObserver(note).observe(main, { childList: true, characterData: true, subtree: true })
}

const modelsAt = (url: string): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: MODELS }, (_, i) => [
      name(i),
      { model_name: name(i), api_type: 'openai', api_base: `${url}/v1`, api_key: 'none' },
    ]),
  )

/** The same for every two models, the stronger one ahead. */
function formerVotes(): Row[] {
  const share = (part: number): number => Math.round(part * VOTES_A_PAIR)
  return Array.from({ length: MODELS }, (_, i) => i).flatMap((i) =>
    Array.from({ length: MODELS - i - 1 }, (_, k) => i + k + 1).flatMap((j): Row[] => [
      [name(i), name(j), 'model_a', share(0.45)],
      [name(i), name(j), 'model_b', share(0.35)],
      [name(i), name(j), 'tie', share(0.2)],
    ]),
  )
}
