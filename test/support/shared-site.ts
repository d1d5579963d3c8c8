import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSettings } from '#server/config/parse-settings'
import { PublicLink, type Visit } from '#server/session/public-link'
import { ShareService } from '#server/share/share.service'
import type { ShareState } from '#shared/protocol/admin'
import { ManualClock } from './manual-clock.js'

export interface SharedSite {
  share: ShareService
  clock: ManualClock
  link: PublicLink
  dataDir: string
  /** Every state that it was in. */
  states: ShareState[]
  /** Visitors of the site, undefined for one that did not come through the link. */
  visits: (Visit | undefined)[]
  /** The site's own port. */
  localUrl: string
  open(): void
  /** Resolves with the first state of this name, had already or yet to come. */
  is<S extends ShareState['state']>(state: S): Promise<Extract<ShareState, { state: S }>>
  close(): void
}

/** A site that echoes what it is sent, shared over an SSH server on this port of loopback. */
export async function sharedSite(
  port: number,
  env: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'ringside-share-')),
): Promise<SharedSite> {
  const link = new PublicLink()
  const visits: (Visit | undefined)[] = []
  const server = createServer((request: IncomingMessage, response) => {
    visits.push(link.visit(request))
    request.pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const settings = parseSettings(
    { DATA_DIR: dataDir, SHARE_HOST: '127.0.0.1', SHARE_PORT: String(port), ...env },
    {},
    process.cwd(),
  )
  const clock = new ManualClock()
  const share = new ShareService(settings, clock, { next: () => 0 }, link)
  const states: ShareState[] = []
  share.watch((state) => states.push(state))
  return {
    share,
    clock,
    link,
    dataDir,
    states,
    visits,
    localUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => share.open(server),
    is: (name) =>
      new Promise((resolve) => {
        const look = (state: ShareState): void => {
          if (state.state === name) resolve(state as never)
        }
        states.forEach(look)
        share.watch(look)
      }),
    close() {
      share.beforeApplicationShutdown()
      server.closeAllConnections()
      server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
