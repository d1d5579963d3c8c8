/** What a person can be to a conversation. */
export type Role = 'owner' | 'stranger'

export type Action = 'read' | 'prompt' | 'stop' | 'vote' | 'react' | 'rename' | 'delete'

const ALLOWED: Record<Action, readonly Role[]> = {
  read: ['owner'],
  prompt: ['owner'],
  stop: ['owner'],
  vote: ['owner'],
  react: ['owner'],
  rename: ['owner'],
  delete: ['owner'],
}

export const roleOf = (conversation: { ownerId: string }, voterId: string): Role =>
  conversation.ownerId === voterId ? 'owner' : 'stranger'

/** Denied unless the table says otherwise. */
export const mayDo = (role: Role, action: Action): boolean => ALLOWED[action].includes(role)
