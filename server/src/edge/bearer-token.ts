import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether an `Authorization` header carries one of these tokens, compared in constant time. */
export function bearsToken(
  header: string | undefined,
  tokens: readonly (string | undefined)[],
): boolean {
  const given = /^Bearer (.+)$/.exec(header ?? '')?.[1]
  if (given === undefined) return false
  return tokens
    .filter((token) => token !== undefined)
    .some((token) => timingSafeEqual(digest(given), digest(token)))
}
