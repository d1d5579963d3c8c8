import { Command, InvalidArgumentError, Option } from 'commander'
import type { Board } from '#shared/protocol/leaderboard'
import { anchor as anchorSetting } from '../config/setting-types.js'
import { EXIT_CODES, StartupError } from '../config/startup-error.js'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import type { Anchor } from '../domain/rating/anchor.js'
import { standingsOf } from '../domain/rating/board.js'
import { FEW_BATTLES } from '../domain/rating/fit/estimate.js'
import { styleStandingsOf } from '../domain/rating/style/style-board.js'
import {
  figuresOf,
  presentRow,
  presentStyle,
  presentVoters,
} from '../leaderboard/board.presenter.js'
import type { Output } from './output.js'
import { readBattle } from './rate-battle.js'
import { readBattles } from './rate-file.js'
import { boardTable, count, styleLines } from './rate-table.js'
import { BattleTally, keyOf } from './rate-tally.js'

interface RateFlags {
  all: boolean
  styleControl: boolean
  evenPairs: boolean
  allAtOnce: boolean
  voterErrors: boolean
  anchor?: Anchor
  anchorVersion: number
  boardMinVotes: number
  modelMinVotes: number
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
    .addOption(
      new Option('--anchor-version <number>', 'which version of that model')
        .argParser(parseCount)
        .default(1),
    )
    .addOption(
      new Option('--board-min-votes <number>', 'votes below which no model has a rank')
        .argParser(parseCount)
        .default(0),
    )
    .addOption(
      new Option('--model-min-votes <number>', 'battles below which a model is provisional')
        .argParser(parseCount)
        .default(FEW_BATTLES),
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
  { anchor, anchorVersion, boardMinVotes, modelMinVotes, ...flags }: RateFlags,
  updatedAt: number,
): Board {
  const options = {
    anchor: anchor && { ...anchor, model: keyOf({ name: anchor.model, version: anchorVersion }) },
    simultaneous: flags.allAtOnce,
    fewBattles: modelMinVotes,
  }
  const plain = standingsOf(counts, { ...options, reweight: flags.evenPairs, clusters })
  const ranked = plain.votes >= boardMinVotes
  const controlled = styled && ranked ? styleStandingsOf(styled, options) : undefined
  const board = controlled ?? plain
  return {
    slice: styled ? { styleControl: true } : {},
    demo: false,
    votes: board.votes,
    battles: board.battles,
    minimumVotes: boardMinVotes,
    ranked,
    ...(anchor && {
      anchor: { ...anchor, version: anchorVersion, held: board.anchored && board.votes > 0 },
    }),
    ...presentVoters(board),
    updatedAt,
    ...(styled && { style: controlled ? presentStyle(controlled) : [] }),
    rows: board.rows.map((row) => {
      const { name, version } = models.get(row.model)!
      return presentRow({ name, version, current: true, retired: false }, figuresOf(row, ranked))
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

/** @throws InvalidArgumentError */
function parseCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('expected a whole number')
}

const counted = (number: number, noun: string): string =>
  `${count(number)} ${noun}${number === 1 ? '' : 's'}`

function votersLine({ all, fewest, few }: NonNullable<Board['voters']>): string {
  const line = `Errors allow for ${counted(all, 'voter')}`
  if (!few) return `${line}.`
  return `${line}, and only ${count(fewest)} of them on one model: so few cannot tell such errors, which are likely too small.`
}

function summary(
  { skipped }: BattleTally,
  { votes, battles, rows, anchor, ranked, minimumVotes, voters }: Board,
): string {
  const lines = [
    `${counted(votes, 'vote')} in ${counted(battles, 'battle')} of ${counted(rows.length, 'model')}.`,
  ]
  if (!ranked) lines.push(`No ranks: there are fewer than ${count(minimumVotes)} votes.`)
  if (voters) lines.push(votersLine(voters))
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
