export const charts = {
  heading: 'In pictures',
  showNumbers: 'Show numbers',
  hideNumbers: 'Hide numbers',
  csv: 'CSV',
  csvLabel: 'Download as CSV: {title}',
  nothing: 'There is nothing to draw yet.',
  lower: 'Lower end',
  upper: 'Upper end',
  day: 'Day',
  scores: {
    tab: 'Scores',
    title: 'Scores with their intervals',
    text: 'The mark is the score, the line its 95% interval. Open marks are provisional; an arrow goes on beyond the scale.',
    label: 'A chart of the scores of {count} models with their intervals',
  },
  wins: {
    tab: 'Won',
    title: 'Share of decided votes won',
    text: 'By the model of the row against that of the column, ties left out. Blue: the row won more; amber: the column did. A cell leads to the two.',
    label: 'A matrix of the shares that {count} models won against each other',
    cell: '{a} won {value} against {b}',
    without:
      '{count} models are left out: no vote on them was for one of the two. | {count} model is left out: no vote on it was for one of the two. | {count} models are left out: no vote on them was for one of the two.',
  },
  battles: {
    tab: 'Votes',
    title: 'Votes on each pair',
    text: 'Ties among them. The stronger the colour the more votes; an empty cell: the two have never met.',
    label: 'A matrix of the votes on each pair of {count} models',
    cell: '{a} and {b}: {value}',
    without:
      '{count} models are left out: there are no votes on them. | {count} model is left out: there are no votes on it. | {count} models are left out: there are no votes on them.',
  },
  predicted: {
    tab: 'Predicted',
    title: 'Predicted chance of winning',
    text: 'Of the model of the row against that of the column, by their scores, a tie as half a win. It is known for pairs that never met, too.',
    label: 'A matrix of the chances that {count} models have against each other',
    cell: '{a} wins {value} against {b}',
    without:
      '{count} models are left out: their scores cannot be compared yet, since they have not both won and lost, or tied, among those shown. | {count} model is left out: its score cannot be compared yet, since it has not both won and lost, or tied, among those shown. | {count} models are left out: their scores cannot be compared yet, since they have not both won and lost, or tied, among those shown.',
  },
  price: {
    tab: 'Price',
    title: 'Score against price',
    text: 'The higher the better, the further left the cheaper.',
    axis: 'Price of a million tokens of output {currency}',
    label: 'A chart of the scores of {count} models over their prices',
    without:
      '{count} models are missing: their prices are not known or in another currency. | {count} model is missing: its price is not known or in another currency. | {count} models are missing: their prices are not known or in another currency.',
  },
  time: {
    tab: 'Over time',
    title: 'Scores over time',
    text: 'The overall board at the end of each day (UTC), whatever is chosen above.',
    label: 'A chart of the scores of {count} models, a point a day',
  },
} as const
