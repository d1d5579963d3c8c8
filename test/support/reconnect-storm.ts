import { readFileSync } from 'node:fs'
import { RestartedSite } from './restarted-site.js'
import { TestPerson } from './test-person.js'
import { WatchingTab } from './watching-tab.js'

/** The patience of `client/src/lib/socket.ts`. */
const AS_A_PAGE = { reconnectionDelay: 500, reconnectionDelayMax: 5_000 }

export interface Storm {
  tabs: number
  battles: number
  /** From the kill until the new process took connections, in milliseconds. */
  startedMs: number
  /** From then until a tab knew how its battle had ended, each in milliseconds. */
  resyncedMs: number[]
  /** Tabs that ended with anything but the server's text and state. */
  different: number
  /** The most memory of the process before and after the kill, in MB. */
  peakMB: { before: number; after: number }
}

/** Kills the server under so many tabs that watch running battles, starts it again and waits for all tabs. */
export async function reconnectStorm(battles: number, tabsEach: number): Promise<Storm> {
  const site = await RestartedSite.open({ LIMITS: 'off' })
  // A word every 200 ms that never comes to its end.
  site.upstream.script(() => ({ flood: { piece: (index) => `w${index} ` }, chunkMs: 200 }))
  const people = await Promise.all(
    Array.from({ length: battles }, () => TestPerson.arrive(site.url)),
  )
  const ids = await Promise.all(
    people.map(async (person) => {
      const battle = { mode: 'battle' as const, text: 'Count.' }
      const { conversationId } = await person.does('conversation:start', battle)
      return conversationId
    }),
  )
  const tabs = people.flatMap(({ cookie }, at) =>
    Array.from({ length: tabsEach }, () => new WatchingTab(site.url, cookie, ids[at]!, AS_A_PAGE)),
  )
  tabs.forEach((tab) => tab.open())
  await Promise.all(tabs.map((tab) => tab.until(bothSpeak)))
  people.forEach((person) => person.leave())
  const before = peakMB(site)

  const killed = performance.now()
  await site.kill()
  await site.start()
  const open = performance.now()
  const resyncedMs = await Promise.all(
    tabs.map(async (tab) => {
      await tab.ended()
      return performance.now() - open
    }),
  )

  let different = 0
  for (const [at, person] of people.entries()) {
    const owner = await person.again(site.url)
    const { snapshot } = await owner.does('conversation:join', { conversationId: ids[at]! })
    const { answers } = snapshot.turns[0]!
    const expected = JSON.stringify(
      Object.entries(answers).map(([side, { text, status }]) => [side, { text, status }]),
    )
    for (const tab of tabs.slice(at * tabsEach, (at + 1) * tabsEach)) {
      if (JSON.stringify(tab.answers()) !== expected) different += 1
      tab.drop()
    }
    owner.leave()
  }
  const storm = {
    tabs: tabs.length,
    battles,
    startedMs: open - killed,
    resyncedMs,
    different,
    peakMB: { before, after: peakMB(site) },
  }
  await site.close()
  return storm
}

const bothSpeak = (tab: WatchingTab): boolean =>
  tab.answers().filter(([, { text }]) => text !== '').length === 2

/** As Linux counts it; 0 elsewhere. */
function peakMB(site: RestartedSite): number {
  try {
    const status = readFileSync(`/proc/${site.server.child.pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024
  } catch {
    return 0
  }
}
