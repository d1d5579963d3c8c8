export const PICTURES = ['scores', 'wins', 'battles', 'predicted', 'price', 'time'] as const
export type Picture = (typeof PICTURES)[number]

export const pictureOf = (word: string | undefined): Picture =>
  PICTURES.find((picture) => picture === word) ?? 'scores'
