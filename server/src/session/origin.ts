export interface OriginRule {
  publicUrl: string | undefined
  allowedOrigins: readonly string[]
}

/**
 * Whether a page of this origin may talk to us: our own host, `PUBLIC_URL` or `ALLOWED_ORIGINS`.
 * No browser omits `Origin` where it matters, so a client without one is no foreign page.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  rule: OriginRule,
): boolean {
  if (origin === undefined) return true
  const parsed = parse(origin)
  if (!parsed) return false
  if (host !== undefined && parsed.host === host.toLowerCase()) return true
  const others = rule.publicUrl ? [rule.publicUrl, ...rule.allowedOrigins] : rule.allowedOrigins
  return others.some((other) => parse(other)?.origin === parsed.origin)
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
