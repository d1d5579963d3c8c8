import type { WireError } from '#shared/protocol/common'

/** Where Socket.IO hides a refusal: in `data`, in the message, or (before the upgrade) in the HTTP answer. */
interface HandshakeError extends Error {
  data?: unknown
  context?: { responseText?: unknown }
}

/** Refusals that a handshake tells by their bare name. */
const NAMED = ['session_required', 'origin_refused'] as const

/** Why a handshake was turned away, or null where the network is to blame. */
export function refusalOf(error: HandshakeError): WireError | null {
  if (isWireError(error.data)) return error.data
  const words = `${error.message} ${String(error.context?.responseText ?? '')}`
  const code = NAMED.find((name) => words.includes(name))
  return code ? { code, message: '' } : null
}

const isWireError = (data: unknown): data is WireError =>
  typeof data === 'object' && data !== null && 'code' in data
