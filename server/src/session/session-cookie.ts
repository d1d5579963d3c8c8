import { createHmac, timingSafeEqual } from 'node:crypto'

export const COOKIE_NAME = 'ringside_session'
/** Browsers keep a cookie of this prefix only with `Secure`, for this host and every path. */
export const SECURE_COOKIE_NAME = `__Host-${COOKIE_NAME}`

const YEAR_SECONDS = 365 * 24 * 3600

const signature = (id: string, secret: string): string =>
  createHmac('sha256', secret).update(id).digest('base64url')

export const signSession = (id: string, secret: string): string => `${id}.${signature(id, secret)}`

/** The session id of a signed value, or undefined when it was not made with this secret. */
export function verifySession(value: string, secret: string): string | undefined {
  const dot = value.indexOf('.')
  if (dot < 1) return undefined
  const id = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const expected = Buffer.from(signature(id, secret))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return id
}

/** The values that a `Cookie` header has for a name: a browser may have one for each path. */
export const readCookies = (header: string | undefined, name: string): string[] =>
  (header?.split(';') ?? []).flatMap((part) => {
    const [key, ...value] = part.trim().split('=')
    return key === name ? [value.join('=')] : []
  })

/**
 * The session id of the first of our cookies that is ours. Another arena at the same name, on another port
 * or in another time, may have left some that are not.
 */
export function readSession(header: string | undefined, secret: string): string | undefined {
  for (const name of [SECURE_COOKIE_NAME, COOKIE_NAME]) {
    for (const value of readCookies(header, name)) {
      const id = verifySession(value, secret)
      if (id !== undefined) return id
    }
  }
  return undefined
}

export function sessionCookie(value: string, secure: boolean): string {
  const name = secure ? SECURE_COOKIE_NAME : COOKIE_NAME
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${YEAR_SECONDS}`
  return `${name}=${value}; ${flags}${secure ? '; Secure' : ''}`
}
