export const ACCESS_MODES = ['open', 'code'] as const
export type AccessMode = (typeof ACCESS_MODES)[number]
