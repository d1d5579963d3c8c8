import type { BlindPace } from '#shared/vocabulary'
import type { AccessMode } from './access-modes.js'
import type { LimitProfile } from './limit-profiles.js'
import type { ModerationMode } from './moderation-modes.js'

/** An address without a name is whatever `ssh -R` asks for: the server's own loopback. */
export interface Listening {
  address: string
  port: number
}

/** An amount of a currency. */
export interface Money {
  amount: number
  currency: string
}

/** Every setting of the process, parsed once from flags and environment, then frozen. */
export abstract class Settings {
  abstract readonly host: string
  abstract readonly port: number
  abstract readonly dataDir: string
  /** Absolute path of the model file. */
  abstract readonly endpointFile: string
  abstract readonly adminToken: string | undefined
  abstract readonly metricsToken: string | undefined
  abstract readonly databaseUrl: string | undefined
  abstract readonly sessionSecret: string | undefined
  /** The one before; what it has signed is taken, and signed anew. */
  abstract readonly sessionSecretPrevious: string | undefined
  abstract readonly blindPace: BlindPace
  abstract readonly voteGraceMs: number
  abstract readonly voteMinMs: number
  /** Whether a vote that came before the end of the answers may be rated. */
  abstract readonly earlyVotesRated: boolean
  /** What may be said of the better side after a vote; a word of `VOTE_REASONS` is said in each language. */
  abstract readonly voteReasons: readonly string[]
  /** The same of each side where both are bad, of `VOTE_FAULTS`. */
  abstract readonly voteFaults: readonly string[]
  /** Milliseconds after its last vote in which a room's votes wait for those who have yet to vote. */
  abstract readonly roomHoldMs: number
  /** Below so many votes a slice of the leaderboard has no ranks. */
  abstract readonly boardMinVotes: number
  /** Below so many battles a model is provisional. */
  abstract readonly modelMinVotes: number
  /** The model that has a rating of its own on every board; absent: the mean is 1000. */
  abstract readonly boardAnchor: { model: string; rating: number } | undefined
  /** How pairs are drawn: by weight alone, or towards those that tell most. */
  abstract readonly sampling: 'active' | 'weights'
  /** Percent of active draws that go by weight alone. */
  abstract readonly samplingFloor: number
  abstract readonly demo: 'on' | 'off' | 'auto'
  abstract readonly visionArena: boolean
  /** Megabytes of pictures, of all people, that wait to be sent. */
  abstract readonly unsentImagesMb: number
  /** Without a trailing slash; its path is the sub-path of every page. */
  abstract readonly publicUrl: string | undefined
  abstract readonly allowedOrigins: readonly string[]
  abstract readonly trustedProxies: readonly string[]
  /** Hosts that are asked although they are link-local or tell a cloud's secrets. */
  abstract readonly allowedApiHosts: readonly string[]
  /** Whether a public link is asked of an SSH server. */
  abstract readonly share: boolean
  abstract readonly shareHost: string
  abstract readonly sharePort: number
  abstract readonly shareUser: string
  /** Absolute path of a private key; without one none is shown to the SSH server. */
  abstract readonly shareKeyFile: string | undefined
  /** What the SSH server is asked to listen on. */
  abstract readonly shareBind: Listening
  /** The link, where the SSH server tells none; `{port}` stands for the port on which it listens. */
  abstract readonly shareUrl: string | undefined
  /** Milliseconds between two frames of one side. */
  abstract readonly frameMs: number
  /** Milliseconds between two writes of running answers. */
  abstract readonly flushMs: number
  /** Milliseconds that an answer goes on with nobody in the room; 0 is without limit. */
  abstract readonly unwatchedMs: number
  /** Milliseconds that running answers get to end when the process is asked to stop. */
  abstract readonly stopWaitMs: number
  /** Who may come in: anybody, or whoever has a code. */
  abstract readonly access: AccessMode
  /** Absolute path of a folder with words of the operator's own. */
  abstract readonly pagesDir: string | undefined
  /** Absolute path. */
  abstract readonly suggestionsFile: string | undefined
  /** Whether people must agree to the terms and the privacy notice before they send anything. */
  /** Days that a conversation is kept after its last prompt; 0 is without end. */
  abstract readonly retentionDays: number
  abstract readonly consent: 'off' | 'ask'
  /** What all models of one currency may cost in a day by UTC. */
  abstract readonly budgetPerDay: Money | undefined
  abstract readonly moderation: ModerationMode
  abstract readonly moderationDown: 'open' | 'closed'
  /** Absolute path. */
  abstract readonly moderationWordsFile: string | undefined
  /** Without a slash at its end. */
  abstract readonly moderationApiBase: string
  abstract readonly moderationApiKey: string | undefined
  // Limits: 0 is without limit.
  abstract readonly limits: LimitProfile
  /** Prompts: start, continue, retry. */
  abstract readonly promptsPerMinute: number
  abstract readonly promptsPerMinutePerAddress: number
  /** Conversations with a running answer that one session may have at once. */
  abstract readonly runningPerVoter: number
  abstract readonly votesPerMinute: number
  abstract readonly votesPerMinutePerAddress: number
  /** Votes that count within these times, a pause and a prompt; see `cappedBy`. */
  abstract readonly ratedVotesPerHour: number
  abstract readonly ratedVotesPerDay: number
  abstract readonly ratedVotesPerDayPerAddress: number
  abstract readonly ratedVoteGapMs: number
  abstract readonly ratedVotesPerPrompt: number
  abstract readonly joinsPerMinute: number
  abstract readonly joinsPerMinutePerAddress: number
  abstract readonly eventsPerMinute: number
  abstract readonly eventsPerMinutePerAddress: number
  abstract readonly requestsPerMinute: number
  abstract readonly requestsPerMinutePerAddress: number
  abstract readonly imagesPerDay: number
  abstract readonly imagesPerDayPerAddress: number
  abstract readonly imageMbPerDay: number
  abstract readonly imageMbPerDayPerAddress: number
  abstract readonly socketsPerSession: number
  abstract readonly socketsPerAddress: number
  abstract readonly sessionsPerHourPerAddress: number
  /** Requests that one provider (the host that it is reached at) may get at once. */
  abstract readonly providerConcurrency: number
  abstract readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  abstract readonly logFormat: 'auto' | 'json' | 'pretty'
}
