import { isIPv6 } from 'node:net'

/** Groups of 16 bits that one household or server gets as a whole with IPv6. */
const OWN_GROUPS = 4

/**
 * What one visitor has for certain: an IPv4 address, or the /64 of an IPv6 address, since all the others of
 * it are theirs too.
 */
export function addressBlock(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups
    .slice(0, OWN_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
