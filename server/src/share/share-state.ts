/** How the public link is doing, for whoever runs the arena. */
export type ShareState =
  | { state: 'off' }
  | { state: 'connecting' }
  | { state: 'up'; url: string }
  /** `nextAttemptAt` in milliseconds since the epoch. */
  | { state: 'retrying'; reason: string; nextAttemptAt: number }
  /** Trying again would not help: somebody has to look. */
  | { state: 'refused'; reason: string }
