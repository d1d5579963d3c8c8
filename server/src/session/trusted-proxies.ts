import { BlockList, isIP } from 'node:net'

/** What the named networks of `TRUSTED_PROXIES` are, as in Express. */
const NAMED: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

/** Whether an address is of one of these networks. */
export function networks(items: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const item of items.flatMap((each) => NAMED[each] ?? [each])) {
    const [address = '', bits] = item.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : +bits, family)
  }
  return (address) =>
    isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * Who is at the far end: each trusted proxy has added at the end of the header whom it spoke with, so the
 * first from the right that is no such proxy is the visitor, and what stands left of it is the visitor's
 * own word.
 */
export function visitorBehind(
  peer: string,
  forwarded: string | string[] | undefined,
  trusts: (address: string) => boolean,
): string {
  const told = String(forwarded ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  let visitor = peer
  while (trusts(visitor)) {
    const next = plainAddress(told.pop() ?? '')
    if (isIP(next) === 0) break
    visitor = next
  }
  return visitor
}

/** IPv4 as such also where it came over a socket of IPv6. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
