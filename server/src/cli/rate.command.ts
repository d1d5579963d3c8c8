import { Command } from 'commander'
import type { Board } from '#shared/protocol/leaderboard'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import { standingsOf } from '../domain/rating/board.js'
import { styleStandingsOf } from '../domain/rating/style/style-board.js'
import { presentCoefficient, presentRow } from '../leaderboard/board.presenter.js'
import type { Output } from './output.js'
import { readBattle } from './rate-battle.js'
import { readBattles } from './rate-file.js'
import { boardTable, count } from './rate-table.js'
import { BattleTally } from './rate-tally.js'

interface RateFlags {
  all: boolean
  styleControl: boolean
  json?: boolean
}

export function rateCommand({ out, err }: Output, clock: Clock = new SystemClock()): Command {
  return new Command('rate')
    .description('make a leaderboard from a file of battles')
    .argument('<file>', 'a JSON array, or one JSON object a line: model_a, model_b, winner, anony')
    .option('--all', 'count battles whose models were known to the voter (anony: false) too', false)
    .option('--style-control', 'hold style equal; the rows must have style_a and style_b', false)
    .option('--json', 'print the board as JSON')
    .action(async (file: string, { all, styleControl, json }: RateFlags) => {
      const tally = new BattleTally({ all, style: styleControl })
      await readBattles(file, (row) => tally.add(readBattle(row)), { clock, tell: err })
      tally.end()
      const board = boardOf(tally, clock.now())
      if (json) out(`${JSON.stringify({ ...board, skipped: tally.skipped })}\n`)
      else
        out(`${board.rows.length > 0 ? `${boardTable(board.rows)}\n` : ''}${summary(tally, board)}`)
    })
}

function boardOf({ counts, styled, models }: BattleTally, updatedAt: number): Board {
  const board = styled ? styleStandingsOf(styled) : { ...standingsOf(counts), coefficients: null }
  return {
    slice: styled ? { styleControl: true } : {},
    demo: false,
    votes: board.votes,
    battles: board.battles,
    minimumVotes: 0,
    ranked: true,
    updatedAt,
    ...(board.coefficients && { style: board.coefficients.map(presentCoefficient) }),
    rows: board.rows.map((row) => {
      const { name, version } = models.get(row.model)!
      return presentRow({ name, version, current: true, retired: false }, row)
    }),
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
  if (skipped.noStyle > 0) {
    lines.push(`${count(skipped.noStyle)} skipped: nothing is known of how the answers looked.`)
  }
  return lines.map((line) => `${line}\n`).join('')
}
