import type { UnratedReason } from '#shared/vocabulary'

/** Who took part, who was drawn how often, and which votes do not count: for whoever wants to check. */
export const boardAudit = {
  title: 'Open books',
  text: 'Every model that takes or took part, how often each was drawn, and how many votes count or do not, and why.',
  show: 'Show the books',
  models: {
    title: 'Models and draws',
    none: 'Draws are told of once a day has ended with enough battles.',
    text: 'Draws in {battles} battles up to {until} (UTC). Later days are left out, so that the figures never tell who is in a running battle.',
    state: 'State',
    draws: 'Draws',
    share: 'Share of seats',
    states: { drawn: 'Takes part', retired: 'Retired', hidden: 'Met in battles only' },
  },
  votes: {
    title: 'Votes that count, and those that do not',
    text: 'Each final vote is in one row. Those that do not count are kept all the same.',
    what: 'Votes',
    count: 'Number',
    rated: 'Count on the leaderboard',
    reasons: {
      named_mode: 'Not counted: the names were known',
      early_vote: 'Not counted: cast before the answers had ended',
      too_fast: 'Not counted: cast faster than anyone reads',
      too_soon: 'Not counted: too soon after the voter’s last one',
      duplicate_prompt: 'Not counted: the same prompt too often',
      voter_cap: 'Not counted: too many of one voter',
      address_cap: 'Not counted: too many from one address',
      same_model: 'Not counted: the same model on both sides',
      mixed_pools: 'Not counted: a demo model against a real one',
      identity_leaked: 'Not counted: an answer named its model',
      late_vote: 'Not counted: cast after the room’s votes were shown',
      withdrawn: 'Not counted: withdrawn by an admin',
      voter_excluded: 'Not counted: an admin excluded the voter',
    } satisfies Record<UnratedReason, string>,
  },
} as const
