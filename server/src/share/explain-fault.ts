import { KnownHostsFault } from './known-hosts.js'
import { HostKeyChanged, UnusableKey, type TunnelTarget } from './ssh-tunnel.js'

export interface Explanation {
  reason: string
  /**
   * Whether somebody has to change something before another attempt makes sense. `until up`: where the link was up
   * before, the settings are right, and it is the server that has a bad moment.
   */
  final: 'always' | 'until up' | 'never'
}

type SshError = NodeJS.ErrnoException & { level?: string }

/** Why a tunnel ended or could not be opened, with the one thing to do, in words of ours. */
export function explainFault(fault: Error | undefined, target: TunnelTarget): Explanation {
  if (fault instanceof UnusableKey) {
    return final('until up', `SHARE_KEY_FILE cannot be used: ${fault.message}`)
  }
  if (fault instanceof KnownHostsFault) {
    return final(
      'until up',
      `${fault.file} cannot be read and written (${fault.code}). It remembers the keys of SSH servers, and no server is trusted without it: let the arena read and write it.`,
    )
  }
  const server = `${target.host}:${target.port}`
  if (fault === undefined) return passing(`${server} ended the connection.`)
  if (fault instanceof HostKeyChanged && fault.revoked) {
    return final(
      'always',
      `${server} shows a host key that a line @revoked of ${fault.file} forbids, so nothing was sent. Start again when the server has another key.`,
    )
  }
  if (fault instanceof HostKeyChanged) {
    return final(
      'always',
      `${server} shows another host key than before. Somebody may be in between, so nothing was sent. If you know that the key was changed, delete its line in ${fault.file} and start again.`,
    )
  }
  const { level, code } = fault as SshError
  if (level === 'client-authentication') {
    const remedy = target.privateKey
      ? 'Correct SHARE_USER or SHARE_KEY_FILE, or put the public key there.'
      : 'Name a private key with SHARE_KEY_FILE, or correct SHARE_USER.'
    return final('until up', `${server} does not let ${target.user} in. ${remedy}`)
  }
  if (/^Unable to bind/.test(fault.message)) {
    return passing(
      `${server} refuses to listen on ${target.bind.address}:${target.bind.port}. Another port can be asked for with SHARE_BIND.`,
    )
  }
  if (level === 'client-timeout') return passing(`${server} does not answer.`)
  return passing(`${server} cannot be reached${code ? ` (${code})` : ''}.`)
}

const passing = (reason: string): Explanation => ({ reason, final: 'never' })
const final = (final: Explanation['final'], reason: string): Explanation => ({ reason, final })
