/** `GET /api/admin/moderation`; counts since the start. */
export interface AdminModeration {
  mode: 'off' | 'openai' | 'words'
  /** What happens while nobody can judge: `closed`: nothing is sent; `open`: all is. */
  whenDown: 'open' | 'closed'
  state: 'off' | 'up' | 'down'
  checked: number
  refused: number
  /** Times that nobody could judge. */
  failures: number
  /** Prompts that were sent without a judgement. */
  unchecked: number
  /** `at` in milliseconds since the epoch. */
  lastFailure?: { at: number; reason: string }
}
