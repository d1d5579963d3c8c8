import { pairGains } from '../../domain/pairing/pair-gains.js'
import { standingsOf, type Standings } from '../../domain/rating/board.js'
import { countsOfRows, type PairRow } from '../../domain/rating/pair-rows.js'
import { styleStandingsOf, type StyleCoefficient } from '../../domain/rating/style/style-board.js'
import { StyledBattles } from '../../domain/rating/style/styled-battles.js'
import type { StyledBattle } from '../../storage/styled-battle.repository.js'

export interface FittedBoard extends Standings {
  /** Only under style control. */
  coefficients?: StyleCoefficient[]
}

/** What a thread can be asked to work out: plain data in, plain data out. */
export interface Jobs {
  /** A board from counts; the board before the last votes is a start that is near. */
  plain: {
    input: { rows: readonly PairRow[]; fewBattles: number; before?: Standings | undefined }
    output: FittedBoard
  }
  /** A board under style control. */
  style: {
    input: { battles: readonly StyledBattle[]; fewBattles: number }
    output: FittedBoard
  }
  /** What one more battle of each two of these models would tell. */
  gains: {
    input: { models: readonly string[]; rows: readonly PairRow[]; board: Standings }
    output: Float64Array
  }
}

export type JobKind = keyof Jobs

type Work = { [K in JobKind]: (input: Jobs[K]['input']) => Jobs[K]['output'] }

const WORK: Work = {
  plain: ({ rows, fewBattles, before }) => standingsOf(countsOfRows(rows), { fewBattles, before }),
  style: ({ battles, fewBattles }) => {
    const styled = new StyledBattles()
    for (const { versionA, versionB, votes, styleA, styleB } of battles) {
      styled.add(versionA, versionB, votes, styleA, styleB)
    }
    return styleStandingsOf(styled, { fewBattles })
  },
  gains: ({ models, rows, board }) => pairGains(models, countsOfRows(rows), board),
}

export const runJob = <K extends JobKind>(kind: K, input: Jobs[K]['input']): Jobs[K]['output'] =>
  WORK[kind](input)
