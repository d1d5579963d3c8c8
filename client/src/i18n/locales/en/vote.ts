export const vote = {
  label: 'Your vote',
  question: 'Which answer is better?',
  a: 'A is better',
  b: 'B is better',
  tie: 'Tie',
  both_bad: 'Both are bad',
  wait: 'You can vote when both have answered.',
  early: {
    offer: 'Vote now and stop the answers',
    stops: 'Your vote stops the answers where they are.',
    cutShort:
      'An answer was stopped before its end, so this vote stays off the leaderboard. You still see the names.',
    unrated:
      'Your vote stops the answers where they are, and stays off the leaderboard. You still see the names.',
  },
  chosen: 'Your vote: {choice}.',
  revealIn: 'The names appear in {seconds} s.',
  revealSoon: 'The names appear now.',
  change: 'Change',
  yourChoice: 'Your choice',
  notVotable: {
    failed:
      'A side has no whole answer, so this round cannot be voted. Try that side again, or start a new round.',
    stopped:
      'A side was stopped before it said anything, so there is nothing to compare. Try that side again, or start a new round.',
  },
  rated: 'It counts on the leaderboard.',
  unrated: {
    named_mode: 'It stays off the leaderboard, because the names were known.',
    early_vote: 'It stays off the leaderboard, because the answers had not come to their end.',
    too_fast: 'It stays off the leaderboard, because it came faster than anyone can read.',
    same_model: 'It stays off the leaderboard, because both sides were the same model.',
    mixed_pools: 'It stays off the leaderboard, because a demo model took part.',
    identity_leaked: 'It stays off the leaderboard, because an answer said which model it is.',
    late_vote: 'It stays off the leaderboard, which showed the votes of this room before yours.',
    withdrawn: 'It stays off the leaderboard: an admin has withdrawn it.',
    voter_excluded: 'It stays off the leaderboard: an admin has excluded these votes.',
  },
} as const
