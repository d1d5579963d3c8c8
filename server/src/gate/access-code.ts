import { createHash, randomBytes } from 'node:crypto'

/** Crockford's alphabet: nothing in it looks like another sign of it. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Of 5 bits each: 80 bits, which nobody tries through, not even against the stored hash. */
const LENGTH = 16
const GROUP = 4

/** A new code as people read it: `7K3M-Q9ZT-…`. */
export function newAccessCode(): string {
  const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length])
  return signs.join('').replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
}

/** The same for every way of writing a code: small letters, without dashes, O for zero, I and L for one. */
const canonical = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

export const hashOfCode = (code: string): string =>
  createHash('sha256').update(canonical(code)).digest('base64url')
