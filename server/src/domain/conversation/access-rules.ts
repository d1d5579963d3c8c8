import type { ParticipantRole, ShareKind } from '#shared/vocabulary'

/** What a person can be to a conversation. */
export type Role = ParticipantRole | 'stranger'

export type Action = 'read' | 'prompt' | 'stop' | 'vote' | 'react' | 'change' | 'delete' | 'share'

const ALLOWED: Record<Action, readonly Role[]> = {
  read: ['owner', 'juror', 'reader'],
  prompt: ['owner'],
  stop: ['owner'],
  vote: ['owner', 'juror'],
  react: ['owner'],
  change: ['owner'],
  delete: ['owner'],
  share: ['owner'],
}

/** `cameBy`: the kinds of links by which this person has come in, as far as they still count. */
export function roleOf(
  conversation: { ownerId: string },
  voterId: string,
  cameBy: readonly ShareKind[],
): Role {
  if (conversation.ownerId === voterId) return 'owner'
  if (cameBy.includes('challenge')) return 'juror'
  return cameBy.includes('read') ? 'reader' : 'stranger'
}

/** Denied unless the table says otherwise. */
export const mayDo = (role: Role, action: Action): boolean => ALLOWED[action].includes(role)
