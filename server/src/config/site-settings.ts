import { choice, integer, path } from './setting-types.js'
import type { SettingTable } from './setting.js'

/** What the pages say in the operator's own words, and what people are promised. */
export const SITE_SETTINGS: SettingTable<
  'pagesDir' | 'consent' | 'suggestionsFile' | 'retentionDays'
> = {
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
  retentionDays: {
    variable: 'RETENTION_DAYS',
    schema: integer(0, 36_500),
    fallback: '0',
    about:
      'Days after its last prompt that a conversation is kept; older ones are erased with their pictures, as if their owners had deleted them, and counted votes stay; 0 keeps all.',
  },
  consent: {
    variable: 'CONSENT',
    schema: choice(['off', 'ask'] as const),
    fallback: 'off',
    about:
      'Whether people must agree to terms and privacy before their first prompt, vote or reaction, and anew when either changes: off (they are only told), ask.',
  },
}
