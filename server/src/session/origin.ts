/**
 * Whether a page of this origin may talk to us: of our own host, or of one of the `others`.
 * No browser omits `Origin` where it matters, so a client without one is no foreign page.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  others: readonly string[],
): boolean {
  if (origin === undefined) return true
  const parsed = parse(origin)
  if (!parsed) return false
  if (host !== undefined && parsed.host === host.toLowerCase()) return true
  return others.some((other) => parse(other)?.origin === parsed.origin)
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
