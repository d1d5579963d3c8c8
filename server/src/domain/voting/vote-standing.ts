import type { UnratedReason } from '#shared/vocabulary'

/** Whether a vote counts, and why not. */
export interface Standing {
  rated: 0 | 1
  unratedReason: UnratedReason | null
  /** Why it would not count by itself, where an admin took it off the boards; that holds again once it is undone. */
  ownReason: UnratedReason | null
}

type ByAdmin = Extract<UnratedReason, 'voter_excluded' | 'withdrawn'>

const byAdmin = (reason: UnratedReason | null): boolean =>
  reason === 'voter_excluded' || reason === 'withdrawn'

/** @param ownReason why it does not count by itself; null where it does */
export const standsBy = (ownReason: UnratedReason | null): Standing => ({
  rated: ownReason === null ? 1 : 0,
  unratedReason: ownReason,
  ownReason: null,
})

/** Without what can be undone about it: what an admin did, else a cap. */
export function putBack({ unratedReason, ownReason }: Standing, excluded: boolean): Standing {
  const standing = standsBy(unratedReason === 'withdrawn' ? ownReason : null)
  return excluded ? takenOff(standing, 'voter_excluded') : standing
}

export const takenOff = ({ unratedReason, ownReason }: Standing, by: ByAdmin): Standing => ({
  rated: 0,
  unratedReason: by,
  ownReason: byAdmin(unratedReason) ? ownReason : unratedReason,
})
