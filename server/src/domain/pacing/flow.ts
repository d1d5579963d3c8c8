/** How far one side has come; lengths in UTF-16 units. */
export interface Flow {
  received: number
  shown: number
  /** Nothing more will be received. */
  ended: boolean
}

/** What a viewer may know of one side at a moment. */
export interface Glimpse {
  /** The new shown length, never less than before, never more than received. */
  shown: number
  /** That this side has ended may be told. */
  over: boolean
}

/** Decides how much of each side a viewer may know at a moment. */
export interface Pace {
  advance(now: number, flows: readonly Flow[]): Glimpse[]
}

export const backlog = (flow: Flow): number => flow.received - flow.shown

export const stay = (flows: readonly Flow[]): Glimpse[] =>
  flows.map(({ shown }) => ({ shown, over: false }))

/**
 * Moves every flow on by the same number of characters, as far as it has them. No end may be told
 * before the last of them has come to its end.
 */
export function moveAll(flows: readonly Flow[], characters: number): Glimpse[] {
  const lengths = flows.map((flow) => Math.min(flow.received, flow.shown + characters))
  const over = flows.every((flow, index) => flow.ended && lengths[index] === flow.received)
  return lengths.map((shown) => ({ shown, over }))
}

/** When the step after this one is due. Where the process slept for longer than a step, what it missed is not made up in a rush. */
export const stepAfter = (dueAt: number, now: number, stepMs: number): number =>
  now - dueAt < stepMs ? dueAt + stepMs : now + stepMs
