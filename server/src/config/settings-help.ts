import { OTHER_VARIABLES, SETTINGS } from './env.schema.js'
import type { Setting } from './setting.js'

export interface DocumentedSetting {
  /** Variable, and the flag that wins over it. */
  names: string[]
  /** Absent where the setting is unset by default. */
  fallback?: string
  about: string
}

/** Every setting as people read of it, in the order of the schema. */
export const documentedSettings = (): DocumentedSetting[] =>
  Object.values<Setting<unknown>>(SETTINGS).map(({ variable, flag, fallback, about }) => ({
    names: flag ? [variable, flagNames(flag)] : [variable],
    fallback: describeFallback(fallback) || undefined,
    about,
  }))

function flagNames({ name, value }: NonNullable<Setting<unknown>['flag']>): string {
  return value ? `--${name} <${value}>` : `--${name}, --no-${name}`
}

/** `120`, or `public 120, team 0, off 0`. */
export const describeFallback = (fallback: Setting<unknown>['fallback']): string | undefined =>
  typeof fallback === 'object'
    ? Object.entries(fallback)
        .map(([profile, value]) => `${profile} ${value}`)
        .join(', ')
    : fallback

/** The part of `--help` that lists the settings. */
export function settingsHelp(): string {
  const settings = documentedSettings().map(
    ({ names, fallback, about }) =>
      `  ${names.join(', ')}\n      ${about} Default: ${fallback ?? 'unset'}.`,
  )
  const others = OTHER_VARIABLES.map(({ variable, about }) => `  ${variable}\n      ${about}`)
  return ['', 'Settings, by variable and flag (a flag wins over a variable):', ...settings]
    .concat(['', 'Further variables:', ...others, ''])
    .join('\n')
}
