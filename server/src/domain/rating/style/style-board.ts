import type { StyleFeature } from '#shared/vocabulary'
import { assemble, labelsIn, type BoardOptions, type Standings } from '../board.js'
import { mainComponent } from '../fit/components.js'
import { estimatesOf } from '../fit/estimate.js'
import { estimateAll, withProvisional } from '../fit/estimate-all.js'
import { fitBradleyTerry } from '../fit/bradley-terry.js'
import { pairsAmong } from '../pairs.js'
import { POINTS_PER_LOGIT, Z95 } from '../scale.js'
import { designOf, without, type Design } from './design.js'
import { fitStyle, type StyleFit } from './fit-style.js'
import type { StyledVotes } from './styled-battles.js'

/** What a feature alone does to a vote: logits for one deviation of difference, with its 95 % interval. */
export interface StyleCoefficient {
  feature: StyleFeature
  value: number
  standardError: number
  lower: number
  upper: number
  /** The same in rating points. */
  points: number
}

export interface FoundStyle {
  coefficients: StyleCoefficient[]
  /** Features whose effect the battles do not tell from the models, or from another feature. */
  confounded: StyleFeature[]
}

export interface StyleStandings extends Standings, FoundStyle {
  /** Features that were the same in all battles, and so control nothing. */
  dropped: StyleFeature[]
}

/**
 * The board as it would be if both answers of every battle looked alike: strengths and the effects of
 * style are fitted together (Li, Angelopoulos and Chiang, "Does style matter?", 2024). Models that are
 * not ranked keep their provisional rating, which knows no style.
 */
export function styleStandingsOf(
  { counts, columns }: StyledVotes,
  options: Pick<BoardOptions, 'fewBattles' | 'anchor' | 'simultaneous' | 'labels'> = {},
): StyleStandings {
  const models = counts.models()
  const pairs = counts.pairs(models)
  const main = mainComponent(models.map(labelsIn(options)), pairs)
  const start = new Float64Array(models.length)
  if (main.length === 0) {
    const board = assemble({ models, pairs, main, ...estimateAll(pairs, main, { start }) }, options)
    return { ...board, coefficients: [], dropped: [], confounded: [] }
  }
  const design = designOf(
    columns,
    main.map((i) => models[i]!),
  )
  const inside = pairsAmong(pairs, main, models.length)
  const plain = fitBradleyTerry(main.length, inside)
  const { fit, names, confounded } = fitEstimable(design, plain)
  const all = withProvisional(pairs, main, plain, estimatesOf(fit, inside), models.length)
  return {
    ...assemble({ models, pairs, main, all, connected: fit }, options),
    coefficients: names.flatMap((feature, k) =>
      confounded.includes(feature) ? [] : [coefficient(feature, fit.beta[k]!, fit.betaErrors[k]!)],
    ),
    dropped: design.dropped,
    confounded,
  }
}

/**
 * The fit with as many features as the battles can tell apart. Of two that go together one stays, which then
 * takes the effect of both out of the scores, and is a finding about neither.
 */
function fitEstimable(whole: Design, plain: Float64Array) {
  let design = whole
  let fit = fitStyle(design, plain)
  const confounded = unclear(design, fit)
  for (let last = confounded.at(-1); last; last = unclear(design, fit).at(-1)) {
    design = without(design, last)
    fit = fitStyle(design, plain)
  }
  return { fit, names: design.names, confounded }
}

const unclear = ({ names }: Design, fit: StyleFit): StyleFeature[] =>
  names.filter((_, k) => !fit.estimable[k])

const coefficient = (
  feature: StyleFeature,
  value: number,
  standardError: number,
): StyleCoefficient => ({
  feature,
  value,
  standardError,
  lower: value - Z95 * standardError,
  upper: value + Z95 * standardError,
  points: value * POINTS_PER_LOGIT,
})
