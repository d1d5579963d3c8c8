export type Refusal = 'session_required' | 'origin_refused'

/** Where Socket.IO hides a refusal: in the message, or (turned away before the upgrade) in the HTTP answer. */
interface HandshakeError extends Error {
  context?: { responseText?: unknown }
}

/** Why a handshake was turned away, or null where the network is to blame. */
export function refusalOf(error: HandshakeError): Refusal | null {
  const words = `${error.message} ${String(error.context?.responseText ?? '')}`
  if (words.includes('session_required')) return 'session_required'
  if (words.includes('origin_refused')) return 'origin_refused'
  return null
}
