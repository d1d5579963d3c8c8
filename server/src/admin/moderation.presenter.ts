import type { AdminModeration } from '#shared/protocol/moderation'
import type { ModerationReport } from '../moderation/moderation.service.js'

export const presentModeration = ({
  mode,
  whenDown,
  state,
  checked,
  refused,
  failures,
  unchecked,
  lastFailure,
}: ModerationReport): AdminModeration => ({
  mode,
  whenDown,
  state,
  checked,
  refused,
  failures,
  unchecked,
  ...(lastFailure && { lastFailure: { at: lastFailure.at, reason: lastFailure.reason } }),
})
