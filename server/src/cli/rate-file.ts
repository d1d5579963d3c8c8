import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { EXIT_CODES, StartupError, type Finding } from '../config/startup-error.js'
import type { Clock } from '../domain/ports.js'
import { Progress } from './rate-progress.js'
import { BattleFaults, BattleReader } from './rate-reader.js'

const PIECE_BYTES = 1024 * 1024

export interface ReadOptions {
  clock: Clock
  /** Where progress is told. */
  tell: (line: string) => void
  /** Hears of faults where reading shall go on. */
  onFault?: (fault: Finding) => void
}

/**
 * Gives each battle of a file to `take`, piece by piece: memory does not grow with the length of the file.
 * @param settle is awaited between two pieces, for what takes its time
 * @throws StartupError with what is wrong and where
 */
export async function readBattles(
  file: string,
  take: (json: string) => void,
  { clock, tell, onFault }: ReadOptions,
  settle?: () => Promise<void>,
): Promise<void> {
  let battles = 0
  const reader = new BattleReader((json) => {
    battles += 1
    take(json)
  }, onFault)
  try {
    const progress = new Progress(clock, tell, (await stat(file)).size)
    const pieces = createReadStream(file, { encoding: 'utf8', highWaterMark: PIECE_BYTES })
    for await (const piece of pieces) {
      reader.push(piece as string)
      await settle?.()
      progress.report(pieces.bytesRead, battles)
    }
    reader.end()
    await settle?.()
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
    return new StartupError(
      `${file} has battles that cannot be read.`,
      EXIT_CODES.runtime,
      error.faults,
    )
  }
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
  if (!reason) return error
  return new StartupError(`${file} cannot be read: ${reason}.`, EXIT_CODES.runtime)
}
