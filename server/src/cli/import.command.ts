import { Command } from 'commander'
import type { ImportReport } from '../arena/import/battle-importer.js'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import { EXIT_CODES, StartupError, type Finding } from '../config/startup-error.js'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import type { SkipReason } from '../domain/voting/imported-vote.js'
import { readImported } from './import/read-imported.js'
import type { Output } from './output.js'
import { readBattles } from './rate-file.js'
import { count } from './rate-table.js'

interface ImportFlags {
  skipBad: boolean
  json?: boolean
}

const DESCRIPTION =
  'bring in the votes of another arena: clean_battle files, logs of conversations (*-conv.json), or votes that Ringside exported; the server must be stopped, and a file that is imported again adds nothing'

export function importCommand(output: Output, clock: Clock = new SystemClock()): Command {
  const battles = new Command('battles')
    .description(DESCRIPTION)
    .argument('<file>', 'a JSON array, or one JSON object a line')
    .option('--skip-bad', 'import the rest of a file in which some rows cannot be read', false)
    .option('--json', 'print the result as JSON')
    .action((file: string, flags: ImportFlags) => importBattleFile(file, flags, output, clock))
  return new Command('import').description('bring in what another arena has').addCommand(battles)
}

async function importBattleFile(
  file: string,
  { skipBad, json }: ImportFlags,
  { out, err }: Output,
  clock: Clock,
): Promise<void> {
  const settings = parseSettings(processEnvironment(), {}, process.cwd())
  // Once over all of it, so that a file with faults leaves nothing half imported.
  const faults: Finding[] = []
  const found = (fault: Finding): void => void faults.push(fault)
  await readBattles(file, readImported, { clock, tell: err, onFault: found })
  if (faults.length > 0 && !skipBad) {
    throw new StartupError(
      `${file} has ${count(faults.length)} rows that cannot be read; nothing was imported. --skip-bad imports the others.`,
      EXIT_CODES.runtime,
      faults.slice(0, MOST_FAULTS),
    )
  }
  for (const { path, message } of faults) err(`${path}: ${message}\n`)
  // Imported only here, so that the other commands need not load it.
  const { importBattles } = await import('../app/import-battles.js')
  const report = await importBattles(settings, (take, settle) =>
    readBattles(
      file,
      (row) => take(readImported(row), row),
      { clock, tell: err, onFault: () => undefined },
      settle,
    ),
  )
  out(json ? `${JSON.stringify({ ...report, bad: faults.length })}\n` : summary(report))
}

const MOST_FAULTS = 20

const SKIPPED: Record<SkipReason, string> = {
  no_vote: 'are no vote on two models',
  named: 'are of voters who knew the models',
  same_model: 'have the same model on both sides',
  unfinished: 'have an answer that did not come to its end',
  identity_leaked: 'have an answer that says which model it is',
}

function summary({ votes, known, models, skipped }: ImportReport): string {
  const lines = [`${count(votes)} votes were imported.`]
  if (known > 0) lines.push(`${count(known)} were here before.`)
  if (models > 0) {
    lines.push(
      `${count(models)} models are not in the model file; the board shows them as retired.`,
    )
  }
  for (const [reason, rows] of Object.entries(skipped)) {
    lines.push(`${count(rows)} rows were left out: they ${SKIPPED[reason as SkipReason]}.`)
  }
  return lines.map((line) => `${line}\n`).join('')
}
