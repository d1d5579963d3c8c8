/**
 * One decomposition of a sentence with the ways to put it together again: `{1}` is what the first
 * group caught, seen from the other side ("my" as "your").
 */
export interface Rule {
  /** Of several rules that fit, the highest rank speaks. */
  rank: number
  match: RegExp
  replies: [string, ...string[]]
}
