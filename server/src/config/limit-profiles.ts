/** Sets of limits: for the world, for people behind one address, none. */
export const LIMIT_PROFILES = ['public', 'team', 'off'] as const
export type LimitProfile = (typeof LIMIT_PROFILES)[number]
