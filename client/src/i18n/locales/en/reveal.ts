export const reveal = {
  label: 'Who was who',
  facts: 'Facts about this answer',
  firstToken: 'first token {seconds} s',
  speed: '{rate} tokens/s',
  tokens: '{count} token | {count} tokens',
  cost: '{cost}',
  total: '{seconds} s in all',
  license: 'Licence: {license}',
  samePrompt: 'Same prompt again',
  newRound: 'New round',
  toBoard: 'See the leaderboard',
} as const
