import { Command } from 'commander'
import type { Board } from '#shared/protocol/leaderboard'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import { standingsOf } from '../domain/rating/board.js'
import { presentRow } from '../leaderboard/board.presenter.js'
import type { Output } from './output.js'
import { countBattles } from './rate-file.js'
import { boardTable, count } from './rate-table.js'
import type { BattleTally } from './rate-tally.js'

export function rateCommand({ out, err }: Output, clock: Clock = new SystemClock()): Command {
  return new Command('rate')
    .description('make a leaderboard from a file of battles')
    .argument('<file>', 'a JSON array, or one JSON object a line: model_a, model_b, winner, anony')
    .option('--all', 'count battles whose models were known to the voter (anony: false) too', false)
    .option('--json', 'print the board as JSON')
    .action(async (file: string, { all, json }: { all: boolean; json?: boolean }) => {
      const tally = await countBattles(file, { all, clock, tell: err })
      const board = boardOf(tally, clock.now())
      if (json) out(`${JSON.stringify({ ...board, skipped: tally.skipped })}\n`)
      else
        out(`${board.rows.length > 0 ? `${boardTable(board.rows)}\n` : ''}${summary(tally, board)}`)
    })
}

function boardOf({ counts }: BattleTally, updatedAt: number): Board {
  const { votes, battles, rows } = standingsOf(counts)
  return {
    slice: {},
    demo: false,
    votes,
    battles,
    minimumVotes: 0,
    ranked: true,
    updatedAt,
    rows: rows.map((row) =>
      presentRow({ name: row.model, version: 1, current: true, retired: false }, row),
    ),
  }
}

function summary({ skipped }: BattleTally, { votes, rows }: Board): string {
  const lines = [`${count(votes)} battles of ${count(rows.length)} models.`]
  if (skipped.named > 0) {
    lines.push(`${count(skipped.named)} skipped: the models were known (--all counts them).`)
  }
  if (skipped.sameModel > 0) {
    lines.push(`${count(skipped.sameModel)} skipped: the same model on both sides.`)
  }
  return lines.map((line) => `${line}\n`).join('')
}
