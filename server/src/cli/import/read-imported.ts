import type { Imported } from '../../domain/voting/imported-vote.js'
import { parseRow } from '../rate-battle.js'
import { readCleanBattle } from './clean-battle.js'
import { readLogLine } from './conversation-log.js'

/**
 * A row of a file of battles (clean_battle, or our own export) or a line of the predecessor's log of
 * conversations, which one being told by its fields.
 * @throws SyntaxError that says what is wrong with the row
 */
export function readImported(json: string): Imported {
  const row = parseRow(json)
  const isLog = typeof row.type === 'string' && row.winner === undefined
  return isLog ? readLogLine(row) : readCleanBattle(row)
}
