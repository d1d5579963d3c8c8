import type { Settings } from './settings.js'
import type { Finding } from './startup-error.js'

const OFFICIAL = 'api.openai.com'

type Environment = Readonly<Record<string, string | undefined>>

const isOfficial = ({ moderationApiBase }: Settings): boolean =>
  new URL(moderationApiBase).host === OFFICIAL

/** The key for the moderation API: its own, or OpenAI's where it is OpenAI that is asked. */
export const moderationKey = (settings: Settings, env: Environment): string | undefined =>
  settings.moderationApiKey ?? ((isOfficial(settings) && env.OPENAI_API_KEY) || undefined)

/** OpenAI answers nobody without a key; a server of one's own may. */
export function moderationFaults(settings: Settings, env: Environment): Finding[] {
  const needed = settings.moderation === 'openai' && isOfficial(settings)
  if (!needed || moderationKey(settings, env) !== undefined) return []
  const message = 'openai needs a key: set OPENAI_API_KEY or MODERATION_API_KEY'
  return [{ path: 'MODERATION', message }]
}
