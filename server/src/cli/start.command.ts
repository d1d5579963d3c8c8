import { Command } from 'commander'
import { parseSettings, type Environment } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import type { Settings } from '../config/settings.js'
import { EXIT_CODES } from '../config/startup-error.js'
import { SystemClock } from '../config/system-clock.js'
import { hasTerminal } from '../config/terminal.js'
import { announcement } from './announcement.js'
import { explainFailure } from './explain-failure.js'
import type { Output } from './output.js'
import type { ShareService } from '../share/share.service.js'
import type { ShareState } from '#shared/protocol/admin'
import { addSettingFlags, givenFlags } from './setting-flags.js'
import { shareLine } from './share-line.js'
import { stopWished } from './stop-signals.js'

/** Without a terminal SIGHUP reloads the models; with one it means that the terminal was closed. */
const stopSignals = (): NodeJS.Signals[] =>
  hasTerminal() ? ['SIGINT', 'SIGTERM', 'SIGHUP'] : ['SIGINT', 'SIGTERM']

export function startCommand({ out, err }: Output): Command {
  const command = new Command('start').description('open the arena (the default)')
  return addSettingFlags(command).action(async () => {
    const env = processEnvironment()
    const settings = parseSettings(env, givenFlags(command), process.cwd())
    // Until it is open nothing is lost, so a signal simply ends the process.
    const server = await open(settings, env)
    const { stop, hurry } = stopWished(process, stopSignals(), new SystemClock(), () =>
      process.exit(EXIT_CODES.runtime),
    )
    out(`${announcement(settings, server.port, server.catalog)}\n`)
    tellOfLink(server.share, out)
    await stop
    err(farewell(settings))
    await server.drain(hurry)
    await server.close()
  })
}

function tellOfLink(share: ShareService, out: Output['out']): void {
  let told: ShareState | undefined
  const tell = (state: ShareState): void => {
    const line = shareLine(state, told)
    if (line === undefined) return
    told = state
    out(`${line}\n`)
  }
  tell(share.state)
  share.watch(tell)
}

const farewell = ({ stopWaitMs }: Settings): string =>
  `Ringside is closing and takes no new prompts. Running answers get up to ${Math.ceil(stopWaitMs / 1000)} s to end; a second signal stops them at once. They keep their text.\n`

async function open(settings: Settings, env: Environment) {
  try {
    // Imported only here, so that the other commands need not load the whole arena.
    const { installDispatcher } = await import('../provider/http-dispatcher.js')
    const { startServer } = await import('../app/start-server.js')
    installDispatcher(env, settings.allowedApiHosts)
    return await startServer(settings)
  } catch (error) {
    throw explainFailure(error, settings)
  }
}
