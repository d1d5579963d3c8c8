import type { BoardSnapshot } from '#shared/protocol/board-snapshot'

/** What makes the board of a snapshot, and no other, of its file of votes. */
export function rateCommand({ id, board, settings }: BoardSnapshot): string {
  const { styleControl, evenPairs, allAtOnce, voterErrors } = board.slice
  return [
    `ringside rate votes-${id}.jsonl`,
    ...(styleControl ? ['--style-control'] : []),
    ...(evenPairs ? ['--even-pairs'] : []),
    ...(allAtOnce ? ['--all-at-once'] : []),
    ...(voterErrors ? ['--voter-errors'] : []),
    ...anchorFlags(board),
    `--board-min-votes ${settings.boardMinVotes}`,
    `--model-min-votes ${settings.modelMinVotes}`,
  ].join(' ')
}

/** One that has no version here is on no board, and so moves none. */
function anchorFlags({ anchor }: BoardSnapshot['board']): string[] {
  if (anchor?.version === undefined) return []
  const { model, version, rating } = anchor
  return [
    `--anchor '${model.replaceAll("'", String.raw`'\''`)}=${rating}'`,
    ...(version > 1 ? [`--anchor-version ${version}`] : []),
  ]
}
