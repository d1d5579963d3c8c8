import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '#shared/error-codes'
import type { ClientEvent } from '#shared/protocol/index'
import { ROLES, THOSE_IN_IT, type Role } from './roles.js'

export interface EventRule {
  may: readonly Role[]
  /** What is sent; on a conversation, its own id or that of none. */
  payload: (conversationId: string) => Record<string, unknown>
  /** What those who may are told, where it is not ok: this conversation is in no state for it. */
  told?: ErrorCode
  /** Owner and juror have voted before. */
  voted?: true
}

const command = () => ({ commandId: randomUUID() })
const on = (conversationId: string) => ({ conversationId })
const onTurn = (conversationId: string) => ({ conversationId, turn: 1 })

/** Who may send which event. An event without a line here fails the test. */
export const EVENT_RULES: Partial<Record<ClientEvent, EventRule>> = {
  'conversation:start': {
    may: ROLES,
    payload: () => ({ ...command(), mode: 'battle', text: 'Q' }),
  },
  'conversation:continue': {
    may: ['owner'],
    payload: (id) => ({ ...command(), ...on(id), text: 'More' }),
  },
  'conversation:join': { may: THOSE_IN_IT, payload: on },
  // Whoever is not in the room of a conversation is out of it already.
  'conversation:leave': { may: ROLES, payload: on },
  'conversation:share': { may: ['owner'], payload: (id) => ({ ...on(id), kind: 'read' }) },
  'conversation:unshare': { may: ['owner'], payload: (id) => ({ ...on(id), kind: 'read' }) },
  'conversation:close': { may: ['owner'], payload: on },
  'turn:stop': { may: ['owner'], payload: (id) => ({ ...command(), ...on(id) }) },
  'turn:retry': { may: ['owner'], payload: (id) => ({ ...command(), ...on(id) }) },
  'vote:cast': {
    may: ['juror', 'owner'],
    payload: (id) => ({ ...command(), ...onTurn(id), choice: 'a' }),
  },
  'vote:annotate': {
    may: ['juror', 'owner'],
    payload: (id) => ({ ...onTurn(id), comment: 'Because' }),
    voted: true,
  },
  'answer:react': {
    may: ['owner'],
    payload: (id) => ({ ...onTurn(id), reaction: 'up' }),
    // Battles have votes instead.
    told: 'invalid_payload',
  },
  'leaderboard:watch': { may: ROLES, payload: () => ({}) },
  'leaderboard:unwatch': { may: ROLES, payload: () => ({}) },
}
