import type { VOTE_FAULTS, VOTE_REASONS } from '#shared/vocabulary'

export const why = {
  open: 'Say why',
  change: 'Your reasons',
  title: 'Why this vote?',
  text: 'As much as you like. Only the people who run this arena see it; the vote stays as it is.',
  better: 'What was better about {name}?',
  worse: 'What was wrong with {name}?',
  comment: 'Comment',
  placeholder: 'Anything else that decided it?',
  reasons: {
    correct: 'Correct',
    complete: 'Complete',
    clear: 'Easy to follow',
    concise: 'To the point',
    tone: 'Good tone',
    wrong: 'Wrong',
    incomplete: 'Incomplete',
    unclear: 'Hard to follow',
    beside_point: 'Beside the point',
    refused: 'Would not answer',
  } satisfies Record<(typeof VOTE_REASONS)[number] | (typeof VOTE_FAULTS)[number], string>,
} as const
