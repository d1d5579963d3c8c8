import { standingsOf, type Standings } from '../../domain/rating/board.js'
import { countsOfRows, type PairRow } from '../../domain/rating/pair-rows.js'
import { styleStandingsOf, type StyleCoefficient } from '../../domain/rating/style/style-board.js'
import { StyledBattles } from '../../domain/rating/style/styled-battles.js'
import type { StyledBattle } from '../../storage/styled-battle.repository.js'

/** What a board is made from: plain data, which a thread can be sent. */
export type FitJob = { fewBattles: number } & (
  | {
      kind: 'plain'
      rows: readonly PairRow[]
      /** The board before the last votes: a start that is near. */
      before?: Standings | undefined
    }
  | { kind: 'style'; battles: readonly StyledBattle[] }
)

export interface FittedBoard extends Standings {
  /** Only under style control. */
  coefficients?: StyleCoefficient[]
}

export function runJob(job: FitJob): FittedBoard {
  const { fewBattles } = job
  if (job.kind === 'plain') {
    return standingsOf(countsOfRows(job.rows), { fewBattles, before: job.before })
  }
  const battles = new StyledBattles()
  for (const { versionA, versionB, votes, styleA, styleB } of job.battles) {
    battles.add(versionA, versionB, votes, styleA, styleB)
  }
  return styleStandingsOf(battles, { fewBattles })
}
