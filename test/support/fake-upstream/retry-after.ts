import type { RetryAfter } from './script.js'

/** The headers that say how long to stay away; a date comes with the clock that it is read against. */
export function retryAfterHeaders(wait: RetryAfter | undefined): Record<string, string> {
  switch (wait?.form) {
    case 'seconds':
      return { 'retry-after': String(wait.ms / 1000) }
    case 'ms':
      return { 'retry-after-ms': String(wait.ms) }
    case 'date': {
      const now = Date.now()
      const date = (time: number) => new Date(time).toUTCString()
      return { date: date(now), 'retry-after': date(now + wait.ms) }
    }
    default:
      return {}
  }
}
