import type { Draws } from '#shared/protocol/leaderboard-views'
import { UNRATED_REASONS } from '#shared/vocabulary'
import { modelName } from '../pictures/model-name.js'
import type { Numbers } from '../pictures/numbers.js'

type Translate = (key: string, gaps?: Record<string, unknown>) => string

const stateOf = ({ hidden, retired }: Draws['models'][number]) =>
  hidden ? 'hidden' : retired ? 'retired' : 'drawn'

/** Every model, hidden and retired ones too, and its share of the draws: not known before the first day has ended. */
export const drawNumbers = ({ models, until }: Draws, t: Translate): Numbers => ({
  columns: [
    { label: t('leaderboard.column.model') },
    { label: t('leaderboard.audit.models.state') },
    { label: t('leaderboard.audit.models.draws'), format: 'count' },
    { label: t('leaderboard.audit.models.share'), format: 'percent' },
  ],
  rows: models.map((model) => ({
    cells: [
      modelName(model, t),
      t(`leaderboard.audit.models.states.${stateOf(model)}`),
      until === null ? null : model.draws,
      until === null ? null : model.share,
    ],
  })),
})

/** The votes that count, then the others by reason. */
export const voteNumbers = ({ rated, unrated }: Draws, t: Translate): Numbers => ({
  columns: [
    { label: t('leaderboard.audit.votes.what') },
    { label: t('leaderboard.audit.votes.count'), format: 'count' },
  ],
  rows: [
    { cells: [t('leaderboard.audit.votes.rated'), rated] },
    ...UNRATED_REASONS.flatMap((reason) => {
      const votes = unrated[reason]
      return votes ? [{ cells: [t(`leaderboard.audit.votes.reasons.${reason}`), votes] }] : []
    }),
  ],
})
