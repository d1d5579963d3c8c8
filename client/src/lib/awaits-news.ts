import type { Snapshot, TurnView } from '#shared/protocol/conversation'
import { isTerminal } from '#shared/vocabulary'

/** Whether a page that shows this waits for the server to say something: its quiet is then suspicious. */
export function awaitsNews(
  snapshot: Snapshot | null,
  turns: readonly TurnView[],
  now: number,
): boolean {
  if (!snapshot) return true
  if (snapshot.vote && !snapshot.vote.final && snapshot.vote.finalAt < now) return true
  const answers = Object.values(turns.at(-1)?.answers ?? {})
  return answers.some((answer) => !isTerminal(answer.status))
}
