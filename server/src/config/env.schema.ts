import { BLIND_PACES } from '#shared/vocabulary'
import { IMAGE_SETTINGS } from './image-settings.js'
import {
  choice,
  hostName,
  integer,
  onOff,
  origins,
  path,
  postgresUrl,
  proxies,
  publicUrl,
  secret,
  token,
} from './setting-types.js'
import type { SettingTable } from './setting.js'
import { SHARE_SETTINGS } from './share-settings.js'

const milliseconds = (to: number) => integer(0, to)

/** Every setting of the process, in the order in which it is documented. */
export const SETTINGS: SettingTable = {
  host: {
    variable: 'HOST',
    flag: { name: 'host', value: 'address' },
    schema: hostName,
    fallback: '127.0.0.1',
    about: 'Address to listen on; 0.0.0.0 lets other machines in.',
  },
  port: {
    variable: 'PORT',
    flag: { name: 'port', value: 'number' },
    schema: integer(0, 65_535),
    fallback: '7860',
    about: 'Port to listen on; 0 takes a free one.',
  },
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
  publicUrl: {
    variable: 'PUBLIC_URL',
    schema: publicUrl,
    about:
      'Address under which people reach the arena, for links and the origin check; its path is the sub-path.',
  },
  allowedOrigins: {
    variable: 'ALLOWED_ORIGINS',
    schema: origins,
    fallback: '',
    about: 'Further origins that may connect, separated by commas.',
  },
  trustedProxies: {
    variable: 'TRUSTED_PROXIES',
    schema: proxies,
    fallback: '',
    about:
      'Proxies whose X-Forwarded headers are believed, which today tells only whether people came by TLS: addresses, networks, loopback.',
  },
  ...SHARE_SETTINGS,
  adminToken: {
    variable: 'ADMIN_TOKEN',
    schema: token,
    about: 'Opens the admin side, as a bearer token; without it the admin side is off.',
  },
  metricsToken: {
    variable: 'METRICS_TOKEN',
    schema: token,
    about: 'Opens /metrics only, beside the admin token.',
  },
  sessionSecret: {
    variable: 'SESSION_SECRET',
    schema: secret,
    about: 'Key that signs sessions; without it one is made once and kept in the data folder.',
  },
  blindPace: {
    variable: 'BLIND_PACE',
    schema: choice(BLIND_PACES),
    fallback: 'paced',
    about:
      'How answers of hidden models flow: off (as they come), paced (at one common rate), strict (held back, then replayed).',
  },
  voteGraceMs: {
    variable: 'VOTE_GRACE_MS',
    schema: milliseconds(600_000),
    fallback: '3000',
    about: 'Milliseconds in which a vote can be changed, before the names are shown.',
  },
  voteMinMs: {
    variable: 'VOTE_MIN_MS',
    schema: milliseconds(600_000),
    fallback: '2000',
    about: 'A vote sooner after the answers than these milliseconds is kept but not rated.',
  },
  earlyVotesRated: {
    variable: 'EARLY_VOTES_RATED',
    schema: onOff,
    fallback: 'off',
    about: 'Whether a vote that came before the answers had ended counts on the leaderboard.',
  },
  boardMinVotes: {
    variable: 'BOARD_MIN_VOTES',
    schema: integer(0, 1_000_000),
    fallback: '100',
    about: 'A slice of the leaderboard with fewer votes says so and shows no ranks.',
  },
  modelMinVotes: {
    variable: 'MODEL_MIN_VOTES',
    schema: integer(0, 1_000_000),
    fallback: '30',
    about: 'A model with fewer rated battles is marked as provisional.',
  },
  promptsPerMinute: {
    variable: 'PROMPTS_PER_MINUTE',
    schema: integer(1, 10_000),
    fallback: '30',
    about: 'Prompts that one session may send in a minute.',
  },
  runningPerVoter: {
    variable: 'RUNNING_PER_VOTER',
    schema: integer(1, 1_000),
    fallback: '6',
    about: 'Conversations of one session that may be answered at the same time.',
  },
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
    fallback: '900000',
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
    about: 'How much is logged: silent, error, warn, info, debug.',
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
