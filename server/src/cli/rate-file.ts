import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { EXIT_CODES, StartupError } from '../config/startup-error.js'
import type { Clock } from '../domain/ports.js'
import { Progress } from './rate-progress.js'
import { BattleFaults, BattleReader } from './rate-reader.js'
import { BattleTally } from './rate-tally.js'

const PIECE_BYTES = 1024 * 1024

export interface RateOptions {
  /** Count battles with visible names too. */
  all: boolean
  clock: Clock
  /** Where progress is told. */
  tell: (line: string) => void
}

/**
 * Counts the battles of a file piece by piece: memory does not grow with its length.
 * @throws StartupError with what is wrong, where, and nothing half counted
 */
export async function countBattles(file: string, options: RateOptions): Promise<BattleTally> {
  const tally = new BattleTally(options.all)
  const reader = new BattleReader(tally)
  try {
    const progress = new Progress(options.clock, options.tell, (await stat(file)).size)
    const pieces = createReadStream(file, { encoding: 'utf8', highWaterMark: PIECE_BYTES })
    for await (const piece of pieces) {
      reader.push(piece as string)
      progress.report(pieces.bytesRead, tally.rows)
    }
    reader.end()
    return tally
  } catch (error) {
    throw explained(error, file)
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof BattleFaults) {
    return new StartupError(`${file} cannot be rated.`, EXIT_CODES.runtime, error.faults)
  }
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
  if (!reason) return error
  return new StartupError(`${file} cannot be read: ${reason}.`, EXIT_CODES.runtime)
}
