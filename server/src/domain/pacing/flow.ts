/** How far one side has come; lengths in UTF-16 units. */
export interface Flow {
  received: number
  shown: number
  /** Nothing more will be received. */
  ended: boolean
}

/** Decides how much of each side a viewer may see at a moment. */
export interface Pace {
  /** @returns the new shown length of each flow, never less than before, never more than received */
  advance(now: number, flows: readonly Flow[]): number[]
}

export const backlog = (flow: Flow): number => flow.received - flow.shown

/** Moves every flow on by the same number of characters, as far as it has them. */
export const moveAll = (flows: readonly Flow[], characters: number): number[] =>
  flows.map((flow) => Math.min(flow.received, flow.shown + characters))
