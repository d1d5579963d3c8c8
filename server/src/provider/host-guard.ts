import dns from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isMetadataHost } from '../config/metadata-hosts.js'

class HostRefused extends Error {
  /** What the log tells of it. */
  readonly code = 'HOST_REFUSED'

  constructor() {
    super('a link-local or cloud metadata address is not asked')
  }
}

interface HostGuard {
  /** @throws where this host, by name or address, is not to be asked */
  check(host: string): void
  /** As that of the system, where no address that a name leads to is refused. */
  lookup: LookupFunction
}

/**
 * Keeps requests from link-local and metadata addresses, whoever wrote them: the model file is looked at when it is
 * read, but where a name leads is known only when it is asked.
 */
export function hostGuard(allowedHosts: readonly string[]): HostGuard {
  const refuses = (host: string) => isMetadataHost(host) && !allowedHosts.includes(host)
  return {
    check: (host) => {
      if (refuses(host)) throw new HostRefused()
    },
    lookup: (host, options, callback) => {
      dns.lookup(host, options, (error, found, family) => {
        // Without addresses there is an error.
        const addresses = typeof found === 'string' ? [found] : found?.map(({ address }) => address)
        const refused = !allowedHosts.includes(host) && addresses?.some(refuses)
        callback(refused ? new HostRefused() : error, found, family)
      })
    },
  }
}
