export interface Sample {
  features: number[]
  label: number
}

/** Learns from samples to tell the label of others. */
export type Learner = (samples: readonly Sample[]) => (features: readonly number[]) => number
