import { renderUnicodeCompact } from 'uqr'
import type { ListedCode } from '../gate/access-codes.js'
import { accessLink } from '../gate/access-link.js'

/** A new code, with the link that brings it along, for eyes and for cameras. */
export function newCode({ id, code }: { id: string; code: string }, base: string, json = false) {
  const link = accessLink(base.replace(/\/+$/, ''), code)
  if (json) return `${JSON.stringify({ id, code, link })}\n`
  return `${renderUnicodeCompact(link)}

Code: ${code}
Link: ${link}

It lets in everybody who has it, until it is revoked: ringside access revoke ${id}
`
}

export function codeList(codes: readonly ListedCode[], json = false): string {
  if (json) return `${JSON.stringify({ codes })}\n`
  if (codes.length === 0) return 'There is no code yet. `ringside access create` makes one.\n'
  return codes.map((code) => `${codeLine(code)}\n`).join('')
}

function codeLine({ id, label, state, createdAt, expiresAt, people }: ListedCode): string {
  const until = state === 'valid' && expiresAt !== null ? `, until ${minute(expiresAt)}` : ''
  const who = people === 1 ? '1 person' : `${people} people`
  return `${id}  ${state}${until}, made ${minute(createdAt)}, ${who}${label ? `: ${label}` : ''}`
}

/** `2026-11-27 11:30 UTC` */
const minute = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
