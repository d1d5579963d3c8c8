import { z } from 'zod'
import { MODERATION_MODES } from './moderation-modes.js'
import { choice, isHttpUrl, path, token } from './setting-types.js'
import type { SettingTable } from './setting.js'

type ModerationSetting = Extract<keyof SettingTable, `moderation${string}`>

/** What is looked at before it goes to a model. */
export const MODERATION_SETTINGS: SettingTable<ModerationSetting> = {
  moderation: {
    variable: 'MODERATION',
    schema: choice(MODERATION_MODES),
    fallback: 'off',
    about:
      'What judges prompts before they are sent: off, openai (its moderation API, pictures too; the prompt goes there), words (a list of English and Chinese words, text only).',
  },
  moderationDown: {
    variable: 'MODERATION_DOWN',
    schema: choice(['open', 'closed'] as const),
    fallback: 'closed',
    about:
      'What happens while nobody can judge: closed (nothing is sent), open (all is sent, and counted).',
  },
  moderationWordsFile: {
    variable: 'MODERATION_WORDS_FILE',
    schema: path,
    about:
      'Words of your own for MODERATION=words, one a line, in English or Chinese; ! before a word allows it, # begins a remark. Read again when it was saved.',
  },
  moderationApiBase: {
    variable: 'MODERATION_API_BASE',
    schema: z
      .string()
      .refine(isHttpUrl, { error: 'expected an http or https address' })
      .transform((text) => text.replace(/\/+$/, '')),
    fallback: 'https://api.openai.com/v1',
    about: 'Address of the API for MODERATION=openai, with its version.',
  },
  moderationApiKey: {
    variable: 'MODERATION_API_KEY',
    schema: token,
    about: 'Key of that API; without one OPENAI_API_KEY is used, at OpenAI itself only.',
  },
}
