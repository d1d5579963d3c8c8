import { Command, InvalidArgumentError } from 'commander'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import type { Settings } from '../config/settings.js'
import { EXIT_CODES, StartupError } from '../config/startup-error.js'
import { CryptoIdSource, SystemClock } from '../config/system-clock.js'
import type { AccessCodes } from '../gate/access-codes.js'
import { codeList, newCode } from './access-report.js'
import type { Output } from './output.js'

interface Asked {
  label: string
  expires?: number
  url?: string
  json?: boolean
}

/** Codes for `ACCESS=code`, also while the server runs: it follows within seconds. */
export function accessCommand({ out, err }: Output): Command {
  const command = new Command('access').description('codes that let people in with ACCESS=code')
  command
    .command('create')
    .description('make a code and show it as a link and as a QR code; it cannot be shown again')
    .option('--label <text>', 'for whom it is', '')
    .option('--expires <time>', 'how long it is valid: 12h, 7d', duration)
    .option('--url <address>', 'the address of the arena in the link, where PUBLIC_URL is not set')
    .option('--json', 'print the result as JSON')
    .action(async ({ label, expires, url, json }: Asked) => {
      const settings = readSettings()
      const until = expires === undefined ? null : new SystemClock().now() + expires
      const made = await withCodes(settings, (codes) => codes.create(label, until))
      out(newCode(made, url ?? addressOf(settings), json))
      if (settings.access !== 'code') err('Codes are asked for only with ACCESS=code.\n')
    })
  command
    .command('list')
    .description('show all codes, without what they are')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: Asked) => {
      out(codeList(await withCodes(readSettings(), (codes) => codes.list()), json))
    })
  command
    .command('revoke <id>')
    .description('let nobody in by this code any more, nor those who came in by it')
    .action(async (id: string) => {
      if (await withCodes(readSettings(), (codes) => codes.revoke(id))) return
      throw new StartupError(
        'There is no such code; `ringside access list` shows all.',
        EXIT_CODES.usage,
      )
    })
  return command
}

const readSettings = (): Settings => parseSettings(processEnvironment(), {}, process.cwd())

async function withCodes<T>(
  settings: Settings,
  work: (codes: AccessCodes) => Promise<T>,
): Promise<T> {
  // Imported only here, so that the other commands need not load it.
  const { besideServer } = await import('../storage/database/open-database.js')
  const { AccessCodeRepository } = await import('../storage/admin/access-code.repository.js')
  const { AccessCodes } = await import('../gate/access-codes.js')
  return besideServer(settings, (database) =>
    work(
      new AccessCodes(new AccessCodeRepository(database), new SystemClock(), new CryptoIdSource()),
    ),
  )
}

function addressOf({ publicUrl, port }: Settings): string {
  return publicUrl ?? `http://localhost:${port}`
}

const UNITS: Record<string, number> = { h: 3_600_000, d: 24 * 3_600_000 }

function duration(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5})([hd])$/.exec(text) ?? []
  const ms = Number(count) * (UNITS[unit] ?? 0)
  if (ms > 0) return ms
  throw new InvalidArgumentError('expected hours or days, such as 12h or 7d')
}
