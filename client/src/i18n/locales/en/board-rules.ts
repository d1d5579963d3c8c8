/** By which rules votes are in a slice. */
export const boardRules = {
  code: 'A prompt names a programming language, a programming tool or a programming task, or holds code. Answers are not looked at: a model must not choose the board that it is on.',
  math: 'A prompt uses the words or signs of mathematics, or asks for a result and has a formula or at least three digits.',
  long_prompt:
    'All prompts of the battle together have about 500 tokens or more. A Chinese, Japanese or Korean character counts as one token, of other text four characters do.',
  multi_turn: 'More than one prompt came before the vote.',
  creative:
    'A prompt asks for something made up: a poem, a story, a scene, a joke, a part to play.',
  instructions:
    'A prompt makes at least two different demands on the form of the answer (its length, its format, what to avoid, what to include, its tone), or one such demand and a list of three points.',
  vision: 'A picture came with a prompt.',
  short: 'Battles are left out whose prompts together have fewer than five words and no picture.',
  language:
    'The language of the first prompt, told by the script and the words of its first 2,000 characters; code is left out of account. What is too short to tell is “not known”.',
  period: 'Whole days by UTC, today among them. Votes before that do not count.',
  styleControl:
    'Scores as they would be if both answers were equally long and had equally many headings, lists and bold words.',
  excludeTies: 'Ties and “both are bad” are left out; only decided votes count.',
  evenPairs:
    'Every two models count alike, however often they were drawn: each of n battles of a pair weighs 1/n, at most 1/50. Bars become wider.',
  allAtOnce:
    'Bars, and so ranks, that are right for all models at once in 95 of 100 cases, and not each for itself. They are wider.',
  voterErrors:
    'Votes of one person hang together. Bars that allow for it are wider where few people cast many votes, and never shorter than without. It takes about ten voters of each model. Neither under style control nor with “My votes”.',
  own: 'Only votes that were cast in this browser count. Nobody else can see this board.',
} as const
