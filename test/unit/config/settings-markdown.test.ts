import { describe, expect, it } from 'vitest'
import { SETTINGS } from '#server/config/env.schema'
import { parseSettings } from '#server/config/parse-settings'
import type { Setting } from '#server/config/setting'
import { describeFallback, settingsHelp } from '#server/config/settings-help'
import { settingsMarkdown } from '#server/config/settings-markdown'

const variables = Object.values(SETTINGS).map(({ variable }) => variable)

describe('docs/settings.md', () => {
  it('names every variable once as a setting', () => {
    for (const variable of variables) {
      expect(settingsMarkdown().split(`\n| \`${variable}\``)).toHaveLength(2)
    }
  })
})

describe('the help', () => {
  it('names every variable with its default', () => {
    const help = settingsHelp()
    for (const { variable, fallback } of Object.values(SETTINGS)) {
      expect(help).toMatch(
        new RegExp(`\\n  ${variable}[,\\n][^]*?Default: ${describeFallback(fallback) || 'unset'}`),
      )
    }
  })
})

describe('a default', () => {
  it('is what the setting is when it is written out', () => {
    const written = Object.fromEntries(
      Object.values<Setting<unknown>>(SETTINGS).map(({ variable, fallback }) => [
        variable,
        typeof fallback === 'object' ? fallback.public : fallback,
      ]),
    )
    expect(parseSettings(written, {}, '/')).toEqual(parseSettings({}, {}, '/'))
  })
})
