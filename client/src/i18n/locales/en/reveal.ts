export const reveal = {
  facts: 'Facts about this answer',
  firstToken: 'first token {seconds} s',
  speed: '{rate} tokens/s',
  tokens: '{count} token | {count} tokens',
  cost: '{cost}',
  samePrompt: 'Same prompt again',
  newRound: 'New round',
  toBoard: 'See the leaderboard',
} as const
