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

/** The value of our cookie in a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}

export function sessionCookie(value: string, secure: boolean): string {
  const name = secure ? SECURE_COOKIE_NAME : COOKIE_NAME
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${YEAR_SECONDS}`
  return `${name}=${value}; ${flags}${secure ? '; Secure' : ''}`
}
