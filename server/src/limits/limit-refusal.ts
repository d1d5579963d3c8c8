import type { Limited, LimitScope } from '#shared/vocabulary'
import { AppError } from '../domain/app-error.js'

/** What there was enough of. */
const WHAT: Record<Limited, string> = {
  prompts: 'prompts in a minute',
  votes: 'votes in a minute',
  joins: 'conversations opened in a minute',
  events: 'messages in a minute',
  requests: 'requests in a minute',
  uploads: 'pictures in a day',
  upload_bytes: 'megabytes of pictures in a day',
  sessions: 'new visitors in an hour',
  codes: 'wrong codes in a quarter of an hour',
  snapshots: 'boards cited in a day',
  sockets: 'pages open at once',
  running: 'conversations answered at once',
}

const WHO: Record<LimitScope, string> = {
  session: 'That is as many as one person may have',
  address: 'That is as many as all people of your network may have together',
}

/** A refusal that says which limit it was and when to try again. */
export const limitRefusal = (of: Limited, per: LimitScope, waitMs: number): AppError =>
  new AppError(
    'rate_limited',
    `${WHO[per]}: ${WHAT[of]}. Nothing of yours is lost; try again in ${duration(waitMs)}.`,
    { retryAfterMs: Math.max(1, Math.ceil(waitMs)), limit: { of, per } },
  )

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 90) return `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
