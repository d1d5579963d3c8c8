import { Command, InvalidArgumentError, Option } from 'commander'
import type { Board } from '#shared/protocol/leaderboard'
import { anchor as anchorSetting } from '../config/setting-types.js'
import { EXIT_CODES, StartupError } from '../config/startup-error.js'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import type { Anchor } from '../domain/rating/anchor.js'
import { standingsOf } from '../domain/rating/board.js'
import { styleStandingsOf } from '../domain/rating/style/style-board.js'
import { presentRow, presentStyle } from '../leaderboard/board.presenter.js'
import type { Output } from './output.js'
import { readBattle } from './rate-battle.js'
import { readBattles } from './rate-file.js'
import { boardTable, count, styleLines } from './rate-table.js'
import { BattleTally } from './rate-tally.js'

interface RateFlags {
  all: boolean
  styleControl: boolean
  evenPairs: boolean
  allAtOnce: boolean
  voterErrors: boolean
  anchor?: Anchor
  json?: boolean
}

export function rateCommand({ out, err }: Output, clock: Clock = new SystemClock()): Command {
  return new Command('rate')
    .description('make a leaderboard from a file of battles')
    .argument('<file>', 'a JSON array, or one JSON object a line: model_a, model_b, winner, anony')
    .option('--all', 'count battles whose models were known to the voter (anony: false) too', false)
    .option('--style-control', 'hold style equal; the rows must have style_a and style_b', false)
    .option('--even-pairs', 'let every two models count alike, however often they met', false)
    .option('--all-at-once', 'intervals that hold for all models at once', false)
    .option('--voter-errors', 'intervals that allow for several votes of one judge', false)
    .addOption(
      new Option('--anchor <model=score>', 'the score that a model shall have').argParser(
        parseAnchor,
      ),
    )
    .option('--json', 'print the board as JSON')
    .action(async (file: string, flags: RateFlags) => {
      const { all, styleControl: style, voterErrors: voters, json } = flags
      if (style && (voters || flags.evenPairs)) {
        throw new StartupError(
          '--style-control goes neither with --even-pairs nor with --voter-errors.',
          EXIT_CODES.usage,
        )
      }
      const tally = new BattleTally({ all, style, voters })
      await readBattles(file, (row) => tally.add(readBattle(row)), { clock, tell: err })
      tally.end()
      if (tally.rows === 0) throw nothingIn(file)
      const board = boardOf(tally, flags, clock.now())
      if (json) out(`${JSON.stringify({ ...board, skipped: tally.skipped })}\n`)
      else out(boardText(board) + summary(tally, board))
    })
}

/** An empty file is rather a download that failed than votes to make a board of. */
function nothingIn(file: string): StartupError {
  const expected = 'expected a JSON array, or one JSON object a line: model_a, model_b, winner'
  return new StartupError(`${file} has no battles: ${expected}.`, EXIT_CODES.runtime)
}

function boardOf(
  { counts, styled, clusters, models }: BattleTally,
  { anchor, allAtOnce: simultaneous, evenPairs: reweight }: RateFlags,
  updatedAt: number,
): Board {
  const options = { anchor, simultaneous }
  const controlled = styled && styleStandingsOf(styled, options)
  const board = controlled ?? standingsOf(counts, { ...options, reweight, clusters })
  return {
    slice: styled ? { styleControl: true } : {},
    demo: false,
    votes: board.votes,
    battles: board.battles,
    minimumVotes: 0,
    ranked: true,
    ...(anchor && { anchor: { ...anchor, held: board.anchored && board.votes > 0 } }),
    updatedAt,
    ...(controlled && { style: presentStyle(controlled) }),
    rows: board.rows.map((row) => {
      const { name, version } = models.get(row.model)!
      return presentRow({ name, version, current: true, retired: false }, row)
    }),
  }
}

function boardText({ rows, style }: Board): string {
  const parts = [rows.length > 0 && boardTable(rows), style?.length && styleLines(style)]
  return parts.map((part) => (part ? `${part}\n` : '')).join('')
}

/** @throws InvalidArgumentError */
function parseAnchor(text: string): Anchor {
  const parsed = anchorSetting.safeParse(text)
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? '')
}

function summary({ skipped }: BattleTally, { votes, rows, anchor }: Board): string {
  const lines = [`${count(votes)} battles of ${count(rows.length)} models.`]
  if (anchor && !anchor.held) lines.push(`${anchor.model} has no rank: the mean is 1000.`)
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
