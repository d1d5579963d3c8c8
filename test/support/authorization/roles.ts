/** What somebody can be to a conversation, from who may least to who may most; `admin` holds the token and no more. */
export const ROLES = ['stranger', 'admin', 'reader', 'juror', 'owner'] as const
export type Role = (typeof ROLES)[number]

export const THOSE_IN_IT = ['reader', 'juror', 'owner'] as const satisfies readonly Role[]
