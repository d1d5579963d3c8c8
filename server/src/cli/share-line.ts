import type { ShareState } from '#shared/protocol/admin'

/**
 * What a person reads of the public link; nothing where nothing new is to be said, such as of each of the
 * attempts while a service is down.
 * @param before the last state that was told
 */
export function shareLine(state: ShareState, before: ShareState | undefined): string | undefined {
  if (state.state === 'up') {
    return `Public link, for everybody who has it, while this arena runs: ${state.url}`
  }
  if (state.state === 'refused') {
    return `There is no public link: ${state.reason}\nThe arena goes on without it.`
  }
  if (state.state === 'retrying' && before?.state !== 'retrying') {
    return `The public link is down: ${state.reason}\nIt is asked for again until it is back; the arena goes on.`
  }
  return undefined
}
