import type { ArgumentsHost } from '@nestjs/common'
import type { LogContext } from '../edge/log-context.js'

/** The event that is being answered. Its payload is not checked yet: only a text of the right length is an id. */
export function eventOrigin(host: ArgumentsHost): LogContext {
  const ws = host.switchToWs()
  const { conversationId } = (ws.getData<unknown>() ?? {}) as { conversationId?: unknown }
  const known = typeof conversationId === 'string' && /^[\w-]{1,64}$/.test(conversationId)
  return { event: ws.getPattern(), ...(known && { conversationId }) }
}
