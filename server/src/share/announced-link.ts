/** Colours and cursor movements of a terminal. */
// eslint-disable-next-line no-control-regex
const ESCAPES = /\u001b\[[0-9;?]*[A-Za-z]/g
const ADDRESS = /https?:\/\/[^\s"'<>()[\]]+/g
const SPEAKS_OF_A_TUNNEL = /tunnel|forward/i

/**
 * The link in what a tunnel service says: the newest address that stands alone on its line, or on one that
 * speaks of a tunnel; https before http. Advertisements and manuals have a path or are the service itself.
 * @param serviceHost of the SSH server
 */
export function announcedLink(text: string, serviceHost: string): string | undefined {
  const links = text
    .replace(ESCAPES, '')
    .split(/[\r\n]+/)
    .flatMap((line) => linksIn(line, serviceHost))
  return links.findLast((link) => link.startsWith('https:')) ?? links.at(-1)
}

function linksIn(line: string, serviceHost: string): string[] {
  return (line.match(ADDRESS) ?? [])
    .filter((address) => SPEAKS_OF_A_TUNNEL.test(line) || line.trim() === address)
    .map((address) => address.replace(/[.,;:!/]+$/, ''))
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))
    .filter((url) => url.pathname === '/' && !url.search && !url.hash)
    .filter((url) => url.hostname !== serviceHost)
    .map((url) => url.origin)
}
