import { choice, path } from './setting-types.js'
import type { SettingTable } from './setting.js'

/** What the pages say in the operator's own words. */
export const SITE_SETTINGS: SettingTable<'pagesDir' | 'consent' | 'suggestionsFile'> = {
  pagesDir: {
    variable: 'PAGES_DIR',
    schema: path,
    about:
      'Folder with words of your own for the pages: about.md, terms.md, privacy.md, each in a language as terms.zh-CN.md. Read again when they were saved.',
  },
  suggestionsFile: {
    variable: 'SUGGESTIONS_FILE',
    schema: path,
    about:
      'JSON file with prompts to start with, by category, in place of those that Ringside brings. Read again when it was saved.',
  },
  consent: {
    variable: 'CONSENT',
    schema: choice(['off', 'ask'] as const),
    fallback: 'off',
    about:
      'Whether people must agree to terms and privacy before their first prompt, and anew when either changes: off (they are only told), ask.',
  },
}
