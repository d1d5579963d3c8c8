import { createHmac, timingSafeEqual } from 'node:crypto'

export const COOKIE_NAME = 'ringside_session'
/** Browsers keep a cookie of this prefix only with `Secure`, for this host and every path. */
export const SECURE_COOKIE_NAME = `__Host-${COOKIE_NAME}`

const DAY_SECONDS = 24 * 3600
/** Browsers keep no cookie for much longer. */
const LIFE_SECONDS = 365 * DAY_SECONDS
/** A session that is in use gets its whole life anew when so much of it has gone. */
const RENEWED_MS = 30 * DAY_SECONDS * 1000

const signature = (said: string, secret: string): string =>
  createHmac('sha256', secret).update(said).digest('base64url')

/** Ends what is signed of a session that was given out under TLS. */
const BOUND = 'h'

interface Signed {
  id: string
  /** Milliseconds since the epoch; 0: before it was written down. */
  issuedAt: number
  /**
   * Given out under TLS, and good in the cookie of that alone: a neighbour at the same domain, who can set plain
   * cookies for all of it, makes nobody else come as somebody whose session it has.
   */
  bound: boolean
}

export interface Session extends Signed {
  /** Whether the secret that signs now has signed it. */
  current: boolean
}

export function signSession({ id, issuedAt, bound }: Signed, secret: string): string {
  const said = [id, issuedAt.toString(36), ...(bound ? [BOUND] : [])].join('.')
  return `${said}.${signature(said, secret)}`
}

/** What a signed value says, or undefined when it was not made with this secret. */
export function verifySession(value: string, secret: string): Signed | undefined {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return undefined
  const said = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const expected = Buffer.from(signature(said, secret))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const [id = '', issued = '0', bound] = said.split('.')
  return { id, issuedAt: parseInt(issued, 36), bound: bound === BOUND }
}

/** The values that a `Cookie` header has for a name: a browser may have one for each path. */
export const readCookies = (header: string | undefined, name: string): string[] =>
  (header?.split(';') ?? []).flatMap((part) => {
    const [key, ...value] = part.trim().split('=')
    return key === name ? [value.join('=')] : []
  })

/**
 * The session of the first of our cookies that is ours. Another arena at the same name, on another port
 * or in another time, may have left some that are not.
 * @param secrets the one that signs now first
 */
export function readSession(
  header: string | undefined,
  secrets: readonly string[],
): Session | undefined {
  return (
    sessionIn(readCookies(header, SECURE_COOKIE_NAME), secrets) ?? plainSession(header, secrets)
  )
}

/** The one of before there was TLS, or where there is none. */
export const plainSession = (
  header: string | undefined,
  secrets: readonly string[],
): Session | undefined =>
  sessionIn(readCookies(header, COOKIE_NAME), secrets, ({ bound }) => !bound)

function sessionIn(
  values: readonly string[],
  secrets: readonly string[],
  isGood: (signed: Signed) => boolean = () => true,
): Session | undefined {
  for (const value of values) {
    for (const [at, secret] of secrets.entries()) {
      const signed = verifySession(value, secret)
      if (signed && isGood(signed)) return { ...signed, current: at === 0 }
    }
  }
  return undefined
}

/** Whether a session has to be given out again: as the one of this connection, by this secret, for longer. */
export const isStale = (
  { issuedAt, bound, current }: Session,
  connectionIsSecure: boolean,
  now: number,
): boolean => !current || (connectionIsSecure && !bound) || now - issuedAt > RENEWED_MS

export function sessionCookie(value: string, secure: boolean): string {
  const name = secure ? SECURE_COOKIE_NAME : COOKIE_NAME
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${LIFE_SECONDS}`
  return `${name}=${value}; ${flags}${secure ? '; Secure' : ''}`
}

/** Takes the plain one away from a browser. */
export const PLAIN_COOKIE_ENDS = `${COOKIE_NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
