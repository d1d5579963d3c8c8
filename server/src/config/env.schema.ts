import { ACCESS_MODES } from './access-modes.js'
import { BATTLE_SETTINGS } from './battle-settings.js'
import { BOARD_SETTINGS } from './board-settings.js'
import { IMAGE_SETTINGS } from './image-settings.js'
import { LIMIT_SETTINGS } from './limit-settings.js'
import { MODERATION_SETTINGS } from './moderation-settings.js'
import { NETWORK_SETTINGS } from './network-settings.js'
import {
  choice,
  integer,
  milliseconds,
  money,
  onOff,
  path,
  postgresUrl,
  secret,
  strongToken,
  token,
} from './setting-types.js'
import type { SettingTable } from './setting.js'
import { SHARE_SETTINGS } from './share-settings.js'
import { SITE_SETTINGS } from './site-settings.js'

/** Every setting of the process, in the order in which it is documented. */
export const SETTINGS: SettingTable = {
  ...NETWORK_SETTINGS,
  endpointFile: {
    variable: 'API_ENDPOINT_FILE',
    flag: { name: 'register-api-endpoint-file', value: 'file' },
    schema: path,
    fallback: 'api_endpoint.json',
    about: 'The model file.',
  },
  visionArena: {
    variable: 'VISION_ARENA',
    flag: { name: 'vision-arena' },
    schema: onOff,
    fallback: 'on',
    about: 'Whether pictures can be sent; off, models with vision-arena see nothing either.',
  },
  demo: {
    variable: 'DEMO',
    schema: choice(['on', 'off', 'auto'] as const),
    fallback: 'auto',
    about: 'Offline demo models: auto turns them on when no model of the file can be used.',
  },
  dataDir: {
    variable: 'DATA_DIR',
    schema: path,
    fallback: 'data',
    about: 'Folder of the database and everything else that is kept.',
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    schema: postgresUrl,
    about: 'Postgres in place of the file database, as postgres://user:password@host/database.',
  },
  ...SHARE_SETTINGS,
  adminToken: {
    variable: 'ADMIN_TOKEN',
    schema: strongToken,
    about:
      'Opens the admin side, as a bearer token of at least 32 characters; without it the admin side is off.',
  },
  metricsToken: {
    variable: 'METRICS_TOKEN',
    schema: token,
    about: 'Opens /metrics only, beside the admin token; without either nobody reads the figures.',
  },
  sessionSecret: {
    variable: 'SESSION_SECRET',
    schema: secret,
    about: 'Key that signs sessions; without it one is made once and kept in the data folder.',
  },
  sessionSecretPrevious: {
    variable: 'SESSION_SECRET_PREVIOUS',
    schema: secret,
    about:
      'The key before this one: sessions that it has signed are taken and signed anew, so that nobody is somebody new, and links to conversations stay as they are.',
  },
  access: {
    variable: 'ACCESS',
    schema: choice(ACCESS_MODES),
    fallback: 'open',
    about:
      'Who may come in: open (anybody), code (whoever has a code of `ringside access create`).',
  },
  ...SITE_SETTINGS,
  ...BATTLE_SETTINGS,
  ...BOARD_SETTINGS,
  ...MODERATION_SETTINGS,
  budgetPerDay: {
    variable: 'BUDGET_PER_DAY',
    schema: money,
    about:
      'What all models together may cost in a day by UTC, such as 20 or 20 EUR, by the prices of the model file; models without prices or of another currency are not counted.',
  },
  ...LIMIT_SETTINGS,
  providerConcurrency: {
    variable: 'PROVIDER_CONCURRENCY',
    // A battle may need two of one provider.
    schema: integer(2, 10_000),
    fallback: '8',
    about:
      'Answers that one provider (a host) is asked for at the same time; up to 32 turns wait in line.',
  },
  ...IMAGE_SETTINGS,
  frameMs: {
    variable: 'FRAME_MS',
    schema: milliseconds(1_000),
    fallback: '40',
    about: 'Milliseconds between two frames of one side.',
  },
  flushMs: {
    variable: 'FLUSH_MS',
    schema: integer(10, 10_000),
    fallback: '500',
    about: 'Milliseconds between two writes of running answers, or sooner after 2 KB of text.',
  },
  unwatchedMs: {
    variable: 'UNWATCHED_MS',
    schema: milliseconds(86_400_000),
    fallback: '120000',
    about:
      'Milliseconds that an answer goes on while nobody has its page open; 0 lets every answer go on to its end.',
  },
  stopWaitMs: {
    variable: 'STOP_WAIT_MS',
    schema: milliseconds(600_000),
    fallback: '20000',
    about:
      'Milliseconds that running answers get to end when the server is asked to stop; what is not done by then is interrupted.',
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    schema: choice(['silent', 'error', 'warn', 'info', 'debug'] as const),
    fallback: 'info',
    about: 'How much is logged: silent, error, warn, info, debug (each request too).',
  },
  logFormat: {
    variable: 'LOG_FORMAT',
    schema: choice(['auto', 'json', 'pretty'] as const),
    fallback: 'auto',
    about:
      'How lines are written: json, pretty (for people), or pretty on a terminal and json elsewhere.',
  },
}

/** Variables that are read elsewhere, for the help and the documentation. */
export const OTHER_VARIABLES: readonly { variable: string; about: string }[] = [
  {
    variable:
      'OPENAI_API_KEY, ANTHROPIC_API_KEY, GOOGLE_API_KEY or GEMINI_API_KEY, MISTRAL_API_KEY',
    about: 'Keys of the providers, for models that bring none of their own in the model file.',
  },
  {
    variable: 'HTTPS_PROXY, HTTP_PROXY, NO_PROXY',
    about: 'Proxy for the way to the providers, and the hosts that are reached without it.',
  },
]
