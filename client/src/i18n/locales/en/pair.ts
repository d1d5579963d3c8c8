export const pair = {
  title: 'Two models compared',
  model: { a: 'First model', b: 'Second model' },
  choose: 'Choose a model',
  ranked: 'Rank {rank}',
  swap: 'Swap the two',
  incomplete: 'Choose two models to see how they do against each other.',
  missing:
    'At least one of these two models is not on a board of this arena, or both are the same. Choose two above.',
  question: 'Is {a} better than {b}?',
  verdict: {
    decided: '{better} is the better one.',
    open: 'Not decided yet; {better} is ahead ({sure} sure).',
    even: 'Not decided yet; the two are level.',
    early: 'Too early to tell.',
    apart: 'Nobody knows yet.',
  },
  explain: {
    decided:
      'This holds at 95%, even for somebody who looks after every vote and stops when it suits.',
    open: 'More votes may still turn it round.',
    even: 'Their scores are as good as equal, and more votes may move either ahead.',
    early:
      'There are votes on the two, but too few so far to compare their scores, which are provisional: for that each has to have won and lost, or tied, among the models that are compared already.',
    apart:
      'There are no votes on the two, and too few on each with others to compare their scores: for that each has to have won and lost, or tied, among the models that are compared already.',
  },
  more: {
    known:
      'About {count} more battles of the two would decide it, if the difference is what it seems. | About {count} more battle of the two would decide it, if the difference is what it seems. | About {count} more battles of the two would decide it, if the difference is what it seems.',
    unknown: 'How many more battles would decide it cannot be told.',
  },
  chance: '{a} is expected to win {chance} of its battles against {b}, a tie counted as half.',
  votes: {
    title: 'Votes on the two',
    none: 'The two have not met in a voted battle yet.',
    total: '{votes} votes | {votes} vote | {votes} votes',
    both: '{total} {battles}',
    battles: 'in {battles} battles. | in {battles} battle. | in {battles} battles.',
    a: 'For {a}',
    b: 'For {b}',
    tie: 'Tie',
    both_bad: 'Both bad',
  },
  difference: {
    title: 'Difference of the scores',
    text: '{ahead} is ahead by {points} points. The bars show how far {a} is ahead; one that does not touch the line at nought tells the two apart.',
    fixed: 'At 95%, for who looks once',
    always: 'At 95%, for who looks after every vote',
    between: '{lower} to {upper}',
  },
  byCategory: {
    title: 'By category',
    better: 'Ahead',
    sure: 'How sure',
    difference: 'Points',
    battles: 'Battles',
    nobody: 'Nobody',
    decided: '{sure}, decided',
    few: '{sure} (too few votes for ranks)',
  },
} as const
