import type { Command } from 'commander'
import { SETTINGS } from '../config/env.schema.js'
import type { Flags } from '../config/parse-settings.js'
import { describeFallback } from '../config/settings-help.js'
import type { Setting } from '../config/setting.js'

/** Gives a command the flags that settings have. */
export function addSettingFlags(command: Command): Command {
  for (const { variable, flag, about, fallback } of Object.values<Setting<unknown>>(SETTINGS)) {
    if (!flag) continue
    const meaning = `${about} (default: ${describeFallback(fallback)})`
    if (flag.value) command.option(`--${flag.name} <${flag.value}>`, meaning)
    else
      command
        .option(`--${flag.name}`, meaning)
        .option(`--no-${flag.name}`, `the same as ${variable}=off`)
  }
  return command
}

/** The flags that were really given, by their long names. */
export function givenFlags(command: Command): Flags {
  const flags = command.options.filter((option) => !option.negate)
  return Object.fromEntries(
    flags.map((option) => [
      option.name(),
      command.getOptionValue(option.attributeName()) as string | boolean | undefined,
    ]),
  )
}
