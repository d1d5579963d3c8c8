export const reveal = {
  facts: 'Facts about this answer',
  firstToken: 'first token {seconds} s',
  speed: '{rate} tokens/s',
  tokens: '{count} token | {count} tokens',
  cost: '{cost}',
  samePrompt: 'Same prompt again',
  winnerStays: 'Winner stays',
  winnerStaysNote:
    '“Winner stays” sets {name} beside another model, both by name: what you vote there does not count on the leaderboard.',
  newRound: 'New round',
  toBoard: 'See the leaderboard',
  effect: {
    label: 'What your vote did',
    first: 'There is no other vote on these two.',
    others: '{count} other vote on these two: | {count} other votes on these two:',
    for: '{count} for {name}',
    tie: '{count} for a tie',
    both_bad: '{count} for “both are bad”',
    new: 'new on the board',
    ranked: '{score} at rank {rank}',
    moved: '{from} → {to}',
    unranked:
      'Ranks come with {minimum} votes; there is {votes}. | Ranks come with {minimum} votes; there are {votes}.',
  },
} as const
