import type { Interest } from './pair-chances.js'

/** A model as the draw knows it. */
export interface Candidate {
  versionId: string
}

/** Which pairs are worth a battle at the moment. */
export abstract class DrawInterest {
  /**
   * Undefined where draws go by weight alone: because the operator wants it so, before the first vote, or
   * where a model is so new that nobody has thought of it yet.
   */
  abstract among(models: readonly Candidate[]): Interest<Candidate> | undefined
}
