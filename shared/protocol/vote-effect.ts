import { z } from 'zod'
import type { Choice } from '../vocabulary.js'
import { Id } from './common.js'

/** `GET /api/leaderboard/effect?conversation=`: about one's own vote on that battle. */
export const VoteEffectQuery = z.strictObject({ conversation: Id })
export type VoteEffectQuery = z.infer<typeof VoteEffectQuery>

/** Where a model stands on the overall board. */
export interface BoardPlace {
  rating: number
  /** Null while the votes are too few for ranks, or nothing connects the model to the others. */
  rank: [best: number, worst: number] | null
}

/** `effect` is null while the board waits for others of the room. */
export interface VoteEffectReply {
  effect: VoteEffect | null
}

/** What a vote that counts did. The board as it is now is compared with itself without that vote. */
export interface VoteEffect {
  demo: boolean
  /** Of the whole board, this one among them. */
  votes: number
  /** With fewer, the board ranks nobody. */
  minimumVotes: number
  /** What all others have voted on these two models; `a` is a vote for the model of side a, wherever it sat. */
  others: Record<Choice, number>
  /** `before` is null for a model that had no vote. */
  sides: Record<'a' | 'b', { before: BoardPlace | null; after: BoardPlace | null }>
}
