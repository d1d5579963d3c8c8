import { resolve } from 'node:path'
import { SETTINGS } from './env.schema.js'
import { LIMIT_PROFILES, type LimitProfile } from './limit-profiles.js'
import { moderationFaults, moderationKey } from './moderation-key.js'
import type { Flag, Setting } from './setting.js'
import type { Settings } from './settings.js'
import { EXIT_CODES, StartupError, type Finding } from './startup-error.js'
import { weakTokens } from './weak-tokens.js'

export type Environment = Readonly<Record<string, string | undefined>>

/** Flags that were given; a switch is true or false. */
export type Flags = Partial<Record<Flag, string | boolean>>

/**
 * The settings of this process. A flag wins over a variable, and an empty variable counts as unset.
 * @param cwd what relative paths are resolved against
 * @throws StartupError with every fault: 64 when a flag is wrong, 78 when only variables are
 */
export function parseSettings(env: Environment, flags: Flags, cwd: string): Settings {
  const values: Record<string, unknown> = {}
  const faults: Finding[] = []
  const profile = LIMIT_PROFILES.find((each) => each === env.LIMITS) ?? 'public'
  for (const [key, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const { source, text } = rawText(setting, { env, flags, profile })
    if (text === undefined) continue
    const result = setting.schema.safeParse(text)
    if (result.success) values[key] = result.data
    else faults.push({ path: source, message: result.error.issues[0]?.message ?? 'not valid' })
  }
  const settings = values as unknown as Settings
  if (settings.share) faults.push(...weakTokens(settings))
  if (faults.length === 0) faults.push(...moderationFaults(settings, env))
  if (faults.length > 0) throw faultySettings(faults)

  return Object.freeze({
    ...settings,
    dataDir: resolve(cwd, settings.dataDir),
    endpointFile: resolve(cwd, settings.endpointFile),
    ...absolute(settings, cwd),
    ...(settings.moderation === 'openai' && { moderationApiKey: moderationKey(settings, env) }),
  })
}

/** Files and folders that need not be named. */
const OPTIONAL_PATHS = [
  'shareKeyFile',
  'moderationWordsFile',
  'pagesDir',
  'suggestionsFile',
] as const

const absolute = (settings: Settings, cwd: string) =>
  Object.fromEntries(
    OPTIONAL_PATHS.flatMap((key) => {
      const path = settings[key]
      return path ? [[key, resolve(cwd, path)]] : []
    }),
  )

interface Sources {
  env: Environment
  flags: Flags
  profile: LimitProfile
}

function rawText(
  { variable, flag, fallback }: Setting<unknown>,
  { env, flags, profile }: Sources,
): { source: string; text: string | undefined } {
  const given = flag && flags[flag.name]
  if (flag && given !== undefined) {
    const text = typeof given === 'boolean' ? (given ? 'on' : 'off') : given
    return { source: `--${flag.name}`, text }
  }
  const usual = typeof fallback === 'object' ? fallback[profile] : fallback
  return { source: variable, text: env[variable] || usual }
}

function faultySettings(faults: Finding[]): StartupError {
  const byFlag = faults.some(({ path }) => path.startsWith('--'))
  return new StartupError(
    'Correct these settings; `ringside --help` lists them all.',
    byFlag ? EXIT_CODES.usage : EXIT_CODES.configuration,
    faults,
  )
}
