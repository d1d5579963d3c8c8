// The words of the arena, as closed lists. The wire, the database and the pages use these and no others.

export const MODES = ['battle', 'side-by-side', 'direct'] as const
export type Mode = (typeof MODES)[number]

/** The contract allows four sides; today's modes use the first one or two. */
export const SIDES = ['a', 'b', 'c', 'd'] as const
export type Side = (typeof SIDES)[number]

/** How many sides each mode has. */
export const SIDE_COUNT: Record<Mode, number> = { battle: 2, 'side-by-side': 2, direct: 1 }

export const CHOICES = ['a', 'b', 'tie', 'both_bad'] as const
export type Choice = (typeof CHOICES)[number]

/** The languages in which the server has words of its own, for pages and for files that people save. */
export const FILE_LANGUAGES = ['en', 'zh-CN'] as const
export type FileLanguage = (typeof FILE_LANGUAGES)[number]

/** Reasons that the pages say in each language; an operator's own ones are shown as they are. */
export const VOTE_REASONS = ['correct', 'complete', 'clear', 'concise', 'tone'] as const
export const VOTE_FAULTS = ['wrong', 'incomplete', 'unclear', 'beside_point', 'refused'] as const

/** What a link of a conversation lets others do: read it, or cast a blind vote of their own too. */
export const SHARE_KINDS = ['read', 'challenge'] as const
export type ShareKind = (typeof SHARE_KINDS)[number]

/** What a person can be to a conversation: its own, may vote blind, may read. */
export const PARTICIPANT_ROLES = ['owner', 'juror', 'reader'] as const
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number]

export const REACTIONS = ['up', 'down', 'flag'] as const
export type Reaction = (typeof REACTIONS)[number]

export const ANSWER_STATUSES = [
  'queued',
  'streaming',
  'done',
  'stopped',
  'failed',
  'interrupted',
] as const
export type AnswerStatus = (typeof ANSWER_STATUSES)[number]

/** Why a model stopped, in one dialect whatever the provider's own word was. */
export const FINISH_REASONS = ['stop', 'length', 'content_filter', 'tool', 'other'] as const
export type FinishReason = (typeof FINISH_REASONS)[number]

export const API_TYPES = ['openai', 'anthropic_message', 'gemini', 'mistral', 'demo'] as const
export type ApiType = (typeof API_TYPES)[number]

export const BLIND_PACES = ['off', 'paced', 'strict'] as const
export type BlindPace = (typeof BLIND_PACES)[number]

/** Why a final vote does not count on a leaderboard. */
export const UNRATED_REASONS = [
  'named_mode',
  'early_vote',
  'too_fast',
  'too_soon',
  'duplicate_prompt',
  'voter_cap',
  'address_cap',
  'same_model',
  'mixed_pools',
  'identity_leaked',
  'late_vote',
  'withdrawn',
  'voter_excluded',
] as const
export type UnratedReason = (typeof UNRATED_REASONS)[number]

/** Reasons of single votes that an admin can undo. */
export const UNDOABLE_REASONS = [
  'withdrawn',
  'too_soon',
  'duplicate_prompt',
  'voter_cap',
  'address_cap',
] as const satisfies readonly UnratedReason[]

/** A vote in its grace, and what became of one after it. */
export const VOTE_STATES = ['waiting', 'rated', 'unrated'] as const
export type VoteState = (typeof VOTE_STATES)[number]

/** The header that tells how many rows an export has: how many have come is seen by its lines. */
export const ROWS_HEADER = 'Ringside-Rows'

/** What an admin can do that is written down for good. */
export const ADMIN_ACTIONS = [
  'vote_withdrawn',
  'vote_restored',
  'voter_excluded',
  'voter_restored',
  'battle_relabelled',
  'models_reloaded',
  'model_set',
  'model_cleared',
  'model_tested',
  'conversation_read',
  'votes_exported',
  'battles_exported',
  'backup_made',
  'access_code_made',
  'access_code_revoked',
] as const
export type AdminAction = (typeof ADMIN_ACTIONS)[number]

/** What a battle is about and how it is asked, found by rules; a battle has any number of them. */
export const LABELS = [
  'code',
  'math',
  'long_prompt',
  'multi_turn',
  'creative',
  'instructions',
  'vision',
  'short',
] as const
export type Label = (typeof LABELS)[number]

/** Categories of the leaderboard: all battles, or those with one label. */
export const CATEGORIES = [
  'overall',
  'code',
  'math',
  'long_prompt',
  'multi_turn',
  'creative',
  'instructions',
  'vision',
] as const
export type Category = (typeof CATEGORIES)[number]

/** How far back the votes of a board go: whole days by UTC, today among them. */
export const PERIODS = ['all', '30d', '7d'] as const
export type Period = (typeof PERIODS)[number]

/** What style control takes account of, each as a difference between the two answers. */
export const STYLE_FEATURES = ['length', 'headings', 'lists', 'bold'] as const
export type StyleFeature = (typeof STYLE_FEATURES)[number]

/** Languages of a prompt (ISO 639-1) that can be told apart; `unknown` is too short, or code. */
// prettier-ignore
export const LANGUAGES = [
  'unknown', 'en', 'zh', 'am', 'ar', 'az', 'be', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'es', 'et',
  'eu', 'fa', 'fi', 'fr', 'gu', 'he', 'hi', 'hr', 'hu', 'hy', 'is', 'it', 'ja', 'ka', 'kn', 'ko', 'ku',
  'lo', 'lt', 'lv', 'ml', 'mr', 'ms', 'nl', 'no', 'or', 'pa', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sq',
  'sr', 'sv', 'ta', 'te', 'th', 'tl', 'tr', 'uk', 'ur', 'vi', 'yo',
] as const
export type Language = (typeof LANGUAGES)[number]

/** What somebody may do only so often in a time. */
export const RATE_LIMITED = [
  'prompts',
  'votes',
  'joins',
  'events',
  'requests',
  'uploads',
  'upload_bytes',
  'sessions',
  'codes',
  'snapshots',
] as const
export type RateLimited = (typeof RATE_LIMITED)[number]

/** What there is a limit of: by time, or at the same time. */
export type Limited = RateLimited | 'sockets' | 'running'

/** Whose limit it is. */
export const LIMIT_SCOPES = ['session', 'address'] as const
export type LimitScope = (typeof LIMIT_SCOPES)[number]

export const isUndoable = (reason: UnratedReason | null | undefined): boolean =>
  UNDOABLE_REASONS.some((each) => each === reason)

export const isTerminal = (status: AnswerStatus): boolean =>
  status !== 'queued' && status !== 'streaming'

/** Whether an answer has ended by itself without being whole. */
export const isLost = (status: AnswerStatus): boolean =>
  status === 'failed' || status === 'interrupted'

/** The sides of a mode, in order: `['a', 'b']` for a battle. */
export const sidesOf = (mode: Mode): Side[] => SIDES.slice(0, SIDE_COUNT[mode])
