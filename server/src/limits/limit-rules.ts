import type { RateLimited } from '#shared/vocabulary'
import type { Settings } from '../config/settings.js'

/** How much in how many seconds; 0 is without limit. */
export interface LimitRule {
  seconds: number
  session: number
  address: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MEGABYTE = 1024 * 1024

/** Wrong access codes in a quarter of an hour; these are no settings, since nobody needs more. */
const WRONG_CODES = { seconds: 15 * MINUTE, session: 10, address: 50 }

/** Each reads all votes of its slice, and may keep a file of them. */
const CITED_BOARDS = { seconds: DAY, session: 10, address: 25 }

export const limitRules = (settings: Settings): Record<RateLimited, LimitRule> => ({
  prompts: {
    seconds: MINUTE,
    session: settings.promptsPerMinute,
    address: settings.promptsPerMinutePerAddress,
  },
  votes: {
    seconds: MINUTE,
    session: settings.votesPerMinute,
    address: settings.votesPerMinutePerAddress,
  },
  joins: {
    seconds: MINUTE,
    session: settings.joinsPerMinute,
    address: settings.joinsPerMinutePerAddress,
  },
  events: {
    seconds: MINUTE,
    session: settings.eventsPerMinute,
    address: settings.eventsPerMinutePerAddress,
  },
  requests: {
    seconds: MINUTE,
    session: settings.requestsPerMinute,
    address: settings.requestsPerMinutePerAddress,
  },
  uploads: {
    seconds: DAY,
    session: settings.imagesPerDay,
    address: settings.imagesPerDayPerAddress,
  },
  upload_bytes: {
    seconds: DAY,
    session: settings.imageMbPerDay * MEGABYTE,
    address: settings.imageMbPerDayPerAddress * MEGABYTE,
  },
  sessions: { seconds: HOUR, session: 0, address: settings.sessionsPerHourPerAddress },
  codes: WRONG_CODES,
  snapshots: CITED_BOARDS,
})
