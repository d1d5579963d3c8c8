/** Hears of votes that changed the counts, after their transaction was committed. */
export abstract class CountedVotes {
  /** `slices` are the keys whose counts changed. */
  abstract counted(slices: readonly string[]): void
}
