/** What a name is of. */
export type NameKind = 'model' | 'maker'

/** A way of speaking of oneself: what stands before a name, and what after it, within one sentence. */
export interface Frame {
  kinds: readonly NameKind[]
  /** Ends with `$`, where the name begins. */
  before?: RegExp
  /** Begins with `^`, where the name ends. */
  after?: RegExp
}

export const MODEL = ['model'] as const
export const ANY = ['model', 'maker'] as const

/** A pattern from parts; a space in `source` stands for any white space, one with a question mark for none too. */
export const pattern = (source: string): RegExp =>
  new RegExp(source.replaceAll(' ?', String.raw`\s*`).replaceAll(' ', String.raw`\s+`), 'iu')
