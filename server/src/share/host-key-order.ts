import type { ServerHostKeyAlgorithm } from 'ssh2'

/** What may sign for a server's key, by the type of the key; the best first. */
const SIGNATURES: [keyType: string, algorithms: ServerHostKeyAlgorithm[]][] = [
  ['ssh-ed25519', ['ssh-ed25519']],
  ['ecdsa-sha2-nistp256', ['ecdsa-sha2-nistp256']],
  ['ecdsa-sha2-nistp384', ['ecdsa-sha2-nistp384']],
  ['ecdsa-sha2-nistp521', ['ecdsa-sha2-nistp521']],
  ['ssh-rsa', ['rsa-sha2-512', 'rsa-sha2-256']],
]

/** A server has keys of several types; it is asked for the one that is known before any other. */
export function hostKeyOrder(known: string | undefined): ServerHostKeyAlgorithm[] {
  const first = SIGNATURES.filter(([type]) => type === known)
  const others = SIGNATURES.filter(([type]) => type !== known)
  return [...first, ...others].flatMap(([, algorithms]) => algorithms)
}
