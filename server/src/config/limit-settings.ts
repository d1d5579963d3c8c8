import { LIMIT_PROFILES } from './limit-profiles.js'
import { choice, integer } from './setting-types.js'
import type { Setting, SettingTable } from './setting.js'

type LimitSetting =
  | 'limits'
  | 'promptsPerMinute'
  | 'promptsPerMinutePerAddress'
  | 'runningPerVoter'
  | 'votesPerMinute'
  | 'votesPerMinutePerAddress'
  | 'ratedVotesPerHour'
  | 'ratedVotesPerDay'
  | 'ratedVotesPerDayPerAddress'
  | 'ratedVoteGapMs'
  | 'ratedVotesPerPrompt'
  | 'joinsPerMinute'
  | 'joinsPerMinutePerAddress'
  | 'eventsPerMinute'
  | 'eventsPerMinutePerAddress'
  | 'requestsPerMinute'
  | 'requestsPerMinutePerAddress'
  | 'imagesPerDay'
  | 'imagesPerDayPerAddress'
  | 'imageMbPerDay'
  | 'imageMbPerDayPerAddress'
  | 'socketsPerSession'
  | 'socketsPerAddress'
  | 'sessionsPerHourPerAddress'

/** 0 is without limit. A limit of a session is asked before the same limit of its address. */
const perSession = (variable: string, usual: number, about: string): Setting<number> => ({
  variable,
  schema: integer(0, 1_000_000),
  fallback: { public: String(usual), team: String(usual), off: '0' },
  about,
})

/** Off for a team, whose people all come from one address. */
const perAddress = (variable: string, usual: number, about: string): Setting<number> => ({
  variable,
  schema: integer(0, 1_000_000),
  fallback: { public: String(usual), team: '0', off: '0' },
  about,
})

/** How much one visitor may do, so that others have their share. */
export const LIMIT_SETTINGS: SettingTable<LimitSetting> = {
  limits: {
    variable: 'LIMITS',
    schema: choice(LIMIT_PROFILES),
    fallback: 'public',
    about:
      'What the limits below are where they are not set: public (by session, then by address), team (by session only, for many people behind one address), off (none). This machine itself has no limit by address.',
  },
  promptsPerMinute: perSession(
    'PROMPTS_PER_MINUTE',
    30,
    'Prompts that one session may send in a minute; this and the others: 0 is without limit.',
  ),
  promptsPerMinutePerAddress: perAddress(
    'PROMPTS_PER_MINUTE_PER_ADDRESS',
    120,
    'The same for all sessions of one address.',
  ),
  runningPerVoter: perSession(
    'RUNNING_PER_VOTER',
    6,
    'Conversations of one session that may be answered at the same time.',
  ),
  votesPerMinute: perSession(
    'VOTES_PER_MINUTE',
    300,
    'Votes, changes of votes and reactions of one session in a minute.',
  ),
  votesPerMinutePerAddress: perAddress(
    'VOTES_PER_MINUTE_PER_ADDRESS',
    1200,
    'The same for all sessions of one address.',
  ),
  ratedVotesPerHour: perSession(
    'RATED_VOTES_PER_HOUR',
    400,
    'Votes of one session that count on the leaderboard within an hour; those beyond are kept but not rated, as with the four settings below.',
  ),
  ratedVotesPerDay: perSession('RATED_VOTES_PER_DAY', 1000, 'The same within 24 hours.'),
  ratedVotesPerDayPerAddress: perAddress(
    'RATED_VOTES_PER_DAY_PER_ADDRESS',
    2000,
    'The same for all sessions of one address in a day by UTC; a start of the server begins anew.',
  ),
  ratedVoteGapMs: perSession(
    'RATED_VOTE_GAP_MS',
    3000,
    'Milliseconds that have to lie between two rated votes of one session.',
  ),
  ratedVotesPerPrompt: perSession(
    'RATED_VOTES_PER_PROMPT',
    3,
    'Rated votes of one session within 30 days on battles with the same prompts, apart from case and spaces.',
  ),
  joinsPerMinute: perSession(
    'JOINS_PER_MINUTE',
    300,
    'Conversations that one session may open in a minute.',
  ),
  joinsPerMinutePerAddress: perAddress(
    'JOINS_PER_MINUTE_PER_ADDRESS',
    1200,
    'The same for all sessions of one address.',
  ),
  eventsPerMinute: perSession(
    'EVENTS_PER_MINUTE',
    600,
    'Messages of any kind that one session may send over its sockets in a minute.',
  ),
  eventsPerMinutePerAddress: perAddress(
    'EVENTS_PER_MINUTE_PER_ADDRESS',
    6000,
    'The same for all sessions of one address.',
  ),
  requestsPerMinute: perSession(
    'REQUESTS_PER_MINUTE',
    600,
    'Requests over HTTP that one session may make in a minute: lists, boards, changes; the pages themselves and the admin side have no such limit.',
  ),
  requestsPerMinutePerAddress: perAddress(
    'REQUESTS_PER_MINUTE_PER_ADDRESS',
    6000,
    'The same for all sessions of one address.',
  ),
  imagesPerDay: perSession(
    'IMAGES_PER_DAY',
    200,
    'Pictures that one session may upload in 24 hours.',
  ),
  imagesPerDayPerAddress: perAddress(
    'IMAGES_PER_DAY_PER_ADDRESS',
    1000,
    'The same for all sessions of one address.',
  ),
  imageMbPerDay: perSession(
    'IMAGE_MB_PER_DAY',
    500,
    'Megabytes of pictures that one session may upload in 24 hours.',
  ),
  imageMbPerDayPerAddress: perAddress(
    'IMAGE_MB_PER_DAY_PER_ADDRESS',
    2500,
    'The same for all sessions of one address.',
  ),
  socketsPerSession: perSession(
    'SOCKETS_PER_SESSION',
    100,
    'Pages that one session may have open at the same time.',
  ),
  socketsPerAddress: perAddress(
    'SOCKETS_PER_ADDRESS',
    300,
    'Pages that all sessions of one address may have open at the same time.',
  ),
  sessionsPerHourPerAddress: perAddress(
    'SESSIONS_PER_HOUR_PER_ADDRESS',
    100,
    'New sessions of one address in an hour.',
  ),
}
