export const MODERATION_MODES = ['off', 'openai', 'words'] as const
export type ModerationMode = (typeof MODERATION_MODES)[number]
