/** What the answers of a model version cost on a day, by the prices of the time. */
export interface SpendingRow {
  /** Days since the epoch by UTC. */
  day: number
  versionId: string
  /** Empty where the model has no prices; its cost is 0 then. */
  currency: string
  answers: number
  /** Of the answers, those whose tokens the provider did not tell. */
  estimated: number
  inputTokens: number
  outputTokens: number
  cost: number
}

export interface SpendingTables {
  spending: SpendingRow
}
