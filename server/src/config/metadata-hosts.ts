import { BlockList, isIP } from 'node:net'

/** Where machines of a cloud ask for their own keys, beside the link-local addresses: Alibaba, Azure, Oracle, AWS, Google. */
const ADDRESSES = [
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
]
const NAMES = new Set(['metadata', 'metadata.google.internal', 'metadata.goog', 'instance-data'])

const refused = new BlockList()
refused.addSubnet('169.254.0.0', 16, 'ipv4')
refused.addSubnet('fe80::', 10, 'ipv6')
// The same behind NAT64 (RFC 6052).
refused.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6')
for (const address of ADDRESSES) {
  refused.addAddress(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * The host of an address as all forms of it are compared: `URL` has written every form of an IPv4 address, such as
 * 0xa9fea9fe, in the usual one; here without brackets, and without the dot that ends a full name.
 */
export const hostOf = (url: string): string =>
  new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

/**
 * Whether a host leads to link-local addresses, where clouds tell their machines secrets. An IPv4 address inside of
 * an IPv6 one is looked at as what it is.
 */
export function isMetadataHost(host: string): boolean {
  if (NAMES.has(host)) return true
  const family = isIP(host)
  return family !== 0 && refused.check(host, family === 6 ? 'ipv6' : 'ipv4')
}
