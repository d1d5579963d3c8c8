import type { z } from 'zod'
import type { LimitProfile } from './limit-profiles.js'
import type { Settings } from './settings.js'

/** Flags of the command line by their long names, the predecessor's. */
export type Flag = 'host' | 'port' | 'share' | 'register-api-endpoint-file' | 'vision-arena'

export interface Setting<T> {
  variable: string
  /** `value` is what stands for it in the help; a switch has none. */
  flag?: { name: Flag; value?: string }
  /** Reads text, whether it came from a flag, from a variable or from `fallback`. */
  schema: z.ZodType<T, string>
  /** As one would write it, for a limit by the profile of `LIMITS`; without one the setting is unset. */
  fallback?: string | Readonly<Record<LimitProfile, string>>
  /** One sentence for `--help` and for docs/settings.md. */
  about: string
}

/** A row for each of these settings. */
export type SettingTable<K extends keyof Settings = keyof Settings> = {
  readonly [key in K]: Setting<NonNullable<Settings[key]>>
}
