export const vote = {
  label: 'Your vote',
  question: 'Which answer is better?',
  a: 'A is better',
  b: 'B is better',
  tie: 'Tie',
  both_bad: 'Both are bad',
  wait: 'You can vote when both have answered.',
  thinking: 'Both are thinking.',
  inLine: 'Both wait for their turn: number {position} in line.',
  early: {
    offer: 'Vote now and stop the answers',
    wait: 'Wait for the end',
    stops: 'Your vote stops the answers where they are.',
    cutShort:
      'An answer was stopped before its end, so this vote stays off the leaderboard. You still see the names.',
    reasked:
      'One side was asked again twice on its own, so this vote stays off the leaderboard. You still see the names.',
    unrated:
      'Your vote stops the answers where they are, and stays off the leaderboard. You still see the names.',
  },
  chosen: 'Your vote: {choice}.',
  stopped: {
    both: 'Both answers stopped where they were.',
    one: 'The answer of {name} stopped where it was.',
  },
  revealIn: 'The names appear in {seconds} s.',
  revealSoon: 'The names appear now.',
  change: 'Change',
  changeIn: 'It can be changed for {seconds} s.',
  changeOver: 'It can no longer be changed.',
  changing: 'Without another choice, “{choice}” counts in {seconds} s.',
  yourChoice: 'Your choice',
  notVotable: {
    failed: 'A side has no whole answer, so this round cannot be voted.',
    stopped: 'A side was stopped before it said anything, so there is nothing to compare.',
    both: 'Neither answer came to its end, so there is nothing to compare.',
  },
  wayOn: {
    oneBlind: 'Try that side again to go on, or start a new round.',
    bothBlind: 'Try both again to go on, or start a new round.',
    oneNamed: 'Try that side again, or choose other models.',
    bothNamed: 'Try both again, or choose other models.',
  },
  rated: 'It counts on the leaderboard.',
  unrated: {
    named_mode: 'It stays off the leaderboard, because the names were known.',
    early_vote:
      'It stays off the leaderboard, because an answer had not come to its end, or was asked for twice more on its own.',
    too_fast: 'It stays off the leaderboard, because it came faster than anyone can read.',
    too_soon: 'It stays off the leaderboard, because it came only a moment after your last vote.',
    duplicate_prompt:
      'It stays off the leaderboard, because votes of yours on the same prompt count already.',
    voter_cap: 'It stays off the leaderboard, because many votes of yours count already for now.',
    address_cap:
      'It stays off the leaderboard, because many votes from your network count already today.',
    same_model: 'It stays off the leaderboard, because both sides were the same model.',
    mixed_pools: 'It stays off the leaderboard, because a demo model took part.',
    identity_leaked: 'It stays off the leaderboard, because an answer said which model it is.',
    late_vote: 'It stays off the leaderboard, which showed the votes of this room before yours.',
    withdrawn: 'It stays off the leaderboard: an admin has withdrawn it.',
    voter_excluded: 'It stays off the leaderboard: an admin has excluded these votes.',
  },
} as const
