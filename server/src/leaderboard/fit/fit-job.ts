import { pairGains } from '../../domain/pairing/pair-gains.js'
import { SeededRandom } from '../../domain/rating/algebra/seeded-random.js'
import type { Anchor } from '../../domain/rating/anchor.js'
import { standingsOf, type Standings } from '../../domain/rating/board.js'
import { bootstrap } from '../../domain/rating/fit/bootstrap.js'
import { countsOfRows, type PairRow } from '../../domain/rating/pair-rows.js'
import { POINTS_PER_LOGIT } from '../../domain/rating/scale.js'
import { styleStandingsOf, type FoundStyle } from '../../domain/rating/style/style-board.js'
import type { StyledColumns } from '../../domain/rating/style/styled-battles.js'
import { clustersOf, type VoterColumns } from '../../domain/rating/voter-ballots.js'

export interface FittedBoard extends Standings {
  /** Only under style control. */
  style?: FoundStyle
}

interface FitOptions {
  rows: readonly PairRow[]
  fewBattles: number
  labels?: ReadonlyMap<string, string>
  simultaneous?: boolean
  anchor?: Anchor | undefined
}

/** What a thread can be asked to work out: plain data in, plain data out. */
export interface Jobs {
  /** A board from counts; the board before the last votes is a start that is near. */
  plain: {
    input: FitOptions & {
      before?: Standings | undefined
      reweight?: boolean
      /** The same votes by who cast them, where errors shall allow for that. */
      voters?: VoterColumns | undefined
    }
    output: FittedBoard
  }
  /** A board under style control. */
  style: {
    input: FitOptions & { columns: StyledColumns }
    output: FittedBoard
  }
  /** What one more battle of each two of these models would tell. */
  gains: {
    input: { models: readonly string[]; rows: readonly PairRow[]; board: Standings }
    output: Float64Array
  }
  /** Intervals by the bootstrap beside those of the board, for comparison. */
  bootstrap: {
    input: { rows: readonly PairRow[]; board: Standings; rounds: number; seed: number }
    output: BootstrapRow[]
  }
}

/** A ranked model's interval by the bootstrap, in points. */
export interface BootstrapRow {
  model: string
  lower: number
  upper: number
  deviation: number
}

export type JobKind = keyof Jobs

type Work = { [K in JobKind]: (input: Jobs[K]['input']) => Jobs[K]['output'] }

const WORK: Work = {
  plain: ({ rows, voters, ...options }) =>
    standingsOf(countsOfRows(rows), { ...options, clusters: voters && clustersOf(voters) }),
  style: ({ rows, columns, ...options }) => {
    const votes = { counts: countsOfRows(rows), columns }
    const { coefficients, confounded, ...board } = styleStandingsOf(votes, options)
    return { ...board, style: { coefficients, confounded } }
  },
  gains: ({ models, rows, board }) => pairGains(models, countsOfRows(rows), board),
  bootstrap: ({ rows, board, rounds, seed }) => {
    const { models, theta } = board.ranked
    const pairs = countsOfRows(rows).pairs(models)
    const points = (logits: number): number => board.middle + POINTS_PER_LOGIT * logits
    return bootstrap(pairs, theta, rounds, new SeededRandom(seed)).map((found, i) => ({
      model: models[i]!,
      lower: points(found.lower),
      upper: points(found.upper),
      deviation: POINTS_PER_LOGIT * found.deviation,
    }))
  },
}

/** What has a row a vote is handed over to the thread, not copied: whoever asked has it no more. */
export const HANDED_OVER: { [K in JobKind]: (input: Jobs[K]['input']) => ArrayBuffer[] } = {
  plain: ({ voters }) => (voters ? buffersOf(voters) : []),
  style: ({ columns }) => buffersOf(columns),
  gains: () => [],
  bootstrap: () => [],
}

const buffersOf = (columns: StyledColumns | VoterColumns): ArrayBuffer[] =>
  Object.values(columns)
    .flat()
    .flatMap((column) => (column instanceof Float64Array ? [column.buffer as ArrayBuffer] : []))

export const runJob = <K extends JobKind>(kind: K, input: Jobs[K]['input']): Jobs[K]['output'] =>
  WORK[kind](input)
