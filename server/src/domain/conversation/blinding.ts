import type { Mode } from '#shared/vocabulary'
import { mayDo, type Role } from './access-rules.js'

/** What decides who may know: what the viewer is to the conversation, its mode, and the viewer's own vote. */
export interface Knowledge {
  role: Role
  mode: Mode
  /** The viewer's own vote on this conversation is final. */
  votedFinally: boolean
}

/**
 * The one rule of blindness: the models of a battle are for those whose own vote on it can no longer
 * change, whoever else has voted. Everything that names a model, or could, asks here.
 */
export const mayKnowNames = ({ role, mode, votedFinally }: Knowledge): boolean =>
  mayDo(role, 'read') && (mode !== 'battle' || (mayDo(role, 'vote') && votedFinally))

/** Whether the two sides must look alike while they are on their way. */
export const isBlind = (mode: Mode): boolean => mode === 'battle'
