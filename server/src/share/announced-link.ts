/** Colours and cursor movements of a terminal. */
// eslint-disable-next-line no-control-regex
const ESCAPES = /\u001b\[[0-9;?]*[A-Za-z]/g
const ADDRESS = /^https?:\/\/[^\s"'<>()[\]]+$/
const SPEAKS_OF_A_TUNNEL = /tunnel|forward/i
/** Some services write down what visitors ask for, in words that visitors choose. */
const SPEAKS_OF_A_REQUEST = /\b(requests?|get|head|post|put|patch|delete|options)\b/i

/**
 * The link in what a tunnel service says: the newest address that stands alone on its line, or as the only one on a
 * line that speaks of a tunnel; https before http. Advertisements and manuals have a path or are the service itself.
 * @param text whole lines
 * @param serviceHost of the SSH server
 */
export function announcedLink(text: string, serviceHost: string): string | undefined {
  const links = text
    .replace(ESCAPES, '')
    .split(/[\r\n]+/)
    .flatMap((line) => linkIn(line.trim(), serviceHost) ?? [])
  return links.findLast((link) => link.startsWith('https:')) ?? links.at(-1)
}

/** Whether a link may take the place of another one while the tunnel stays: a free one changes by its first part. */
export function mayFollow(next: string, link: string): boolean {
  const [from, to] = [new URL(link).hostname, new URL(next).hostname]
  return to === from || (parentOf(from).includes('.') && parentOf(to) === parentOf(from))
}

function linkIn(line: string, serviceHost: string): string | undefined {
  if (SPEAKS_OF_A_REQUEST.test(line) || line.split('://').length > 2) return undefined
  const [address, ...more] = line
    .split(/\s+/)
    .map(bare)
    .filter((word) => ADDRESS.test(word))
  if (address === undefined || more.length > 0 || !URL.canParse(address)) return undefined
  if (!SPEAKS_OF_A_TUNNEL.test(line) && bare(line) !== address) return undefined
  const { pathname, search, hash, hostname, origin } = new URL(address)
  const isPage = pathname !== '/' || search !== '' || hash !== ''
  return isPage || hostname === serviceHost ? undefined : origin
}

/** A word without what a sentence puts around it. */
const bare = (word: string): string => word.replace(/^[<("']+/, '').replace(/[.,;:!/>)"']+$/, '')

const parentOf = (hostname: string): string => hostname.split('.').slice(1).join('.')
