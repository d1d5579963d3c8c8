import type { Mode } from '#shared/vocabulary'

/** What decides who may know: the mode, and the viewer's own vote. */
export interface Knowledge {
  mode: Mode
  /** The viewer's own vote on this conversation is final. */
  votedFinally: boolean
}

/**
 * The one rule of blindness: the models of a battle are for those whose own vote on it can no longer
 * change. Everything that names a model, or could, asks here.
 */
export const mayKnowNames = ({ mode, votedFinally }: Knowledge): boolean =>
  mode !== 'battle' || votedFinally

/** Whether the two sides must look alike while they are on their way. */
export const isBlind = (mode: Mode): boolean => mode === 'battle'
