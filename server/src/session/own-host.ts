import { isIP } from 'node:net'

/**
 * Whether a `Host` header can only mean this machine or its own network: an address, a name without a dot, or one
 * that no public name server answers. Any other name may be a foreign site's, whose address its owner has changed
 * to ours after the page was loaded (DNS rebinding): its pages then look like our own.
 */
export function isOwnName(host: string): boolean {
  const url = `http://${host}`
  if (!URL.canParse(url)) return false
  const name = new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  return (
    isIP(name) !== 0 || !name.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(name)
  )
}
