export const leaderboard = {
  title: 'Leaderboard',
  caption:
    'Models by the votes of blind battles: range of ranks, model, score with its 95 % interval, votes, and results.',
  fromVotes: 'From {votes} votes | From {votes} vote | From {votes} votes',
  comma: ',',
  changed:
    'The leaderboard has changed: {votes} votes now. | The leaderboard has changed: {votes} vote now. | The leaderboard has changed: {votes} votes now.',
  stale: 'The board below is the last one that arrived.',
  which: 'Which models',
  real: 'Models',
  demoModels: 'Demo models',
  demo: 'These are demo models. Their votes never mix with those of real ones.',
  search: 'Find a model',
  csv: 'CSV',
  csvLabel: 'Download this board as CSV',
  notFound: 'No model matches “{search}”.',
  column: {
    rank: 'Rank',
    model: 'Model',
    rating: 'Score',
    votes: 'Votes',
    results: 'Won · lost · tied',
  },
  results: '{w} · {l} · {t}',
  votesOf: '{votes} votes | {votes} vote | {votes} votes',
  between: 'between {lower} and {upper}',
  noRank: 'No rank yet',
  noRating: 'No score yet',
  version: 'v{version}',
  retired: 'Retired',
  provisional: {
    title: 'Provisional.',
    why: 'Too few votes so far, or never compared with the models above: these places can still move a lot.',
    all: 'No model has enough votes for a firm place yet: all of this can still move a lot.',
  },
  empty: {
    title: 'No votes yet',
    text: 'The board is made of votes in blind battles and of nothing else. The first one is yours to cast.',
    action: 'Start a battle',
  },
  notes: {
    title: 'How to read this',
    rank: {
      term: 'Rank',
      text: 'The best and the worst place a model can have, given its interval. “2–4” means: very likely behind one model, and ahead of the fifth and all after it.',
    },
    score: {
      term: 'Score',
      text: 'From the Bradley–Terry model, on the scale known from chess. The mean is 1000; 100 points more win about 64 % of the battles.',
    },
    interval: {
      term: 'Bar',
      text: 'Where the true score is in 95 of 100 cases. Two models whose bars overlap widely are not told apart yet: more votes make bars shorter.',
    },
    votes: {
      term: 'Votes',
      text: 'Final votes in battles whose models were hidden, one per person and battle. “Both are bad” counts as a tie.',
    },
  },
} as const
