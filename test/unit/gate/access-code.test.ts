import { expect, it } from 'vitest'
import { codeList, newCode } from '#server/cli/access-report'
import { hashOfCode, newAccessCode } from '#server/gate/access-code'
import { stateOf } from '#server/gate/access-codes'
import { codeInLink } from '../../../client/src/lib/access-link.js'

it('a code is of signs that nobody mistakes for each other, and never the same', () => {
  const codes = Array.from({ length: 200 }, newAccessCode)
  expect(new Set(codes).size).toBe(200)
  for (const code of codes)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
})

it('a code is the same however it is written, and its hash tells nothing of it', () => {
  const hash = hashOfCode('01AB-CDEF-GH1J-KMNP')
  for (const written of ['01abcdefgh1jkmnp', ' o1AB CDEF GHIJ KMNP ', 'OLAB-CDEF-GHLJ-KMNP']) {
    expect(hashOfCode(written)).toBe(hash)
  }
  expect(hashOfCode('01AB-CDEF-GH1J-KMNQ')).not.toBe(hash)
  expect(hash).toMatch(/^[\w-]{43}$/)
})

it('a code is valid until its time is over or it is revoked', () => {
  expect(stateOf({ expiresAt: null, revokedAt: null }, 5)).toBe('valid')
  expect(stateOf({ expiresAt: 6, revokedAt: null }, 5)).toBe('valid')
  expect(stateOf({ expiresAt: 5, revokedAt: null }, 5)).toBe('expired')
  expect(stateOf({ expiresAt: 6, revokedAt: 1 }, 5)).toBe('revoked')
})

it('the link of a code brings it along where the page finds it', () => {
  const code = newAccessCode()
  const { link } = JSON.parse(newCode({ id: '1', code }, 'https://a.example/x/', true)) as {
    link: string
  }
  expect(link).toBe(`https://a.example/x/#join=${code}`)
  expect(codeInLink(new URL(link).hash)).toBe(code)
  for (const hash of ['', '#join=', '#other', '#join=<script>']) expect(codeInLink(hash)).toBeNull()
  expect(newCode({ id: '1', code }, 'https://a.example')).toMatch(
    /█[^]*https:\/\/a\.example\/#join=/,
  )
})

it('the list says of each code what whoever runs the arena must know', () => {
  const row = { id: 'x', label: 'Team', createdAt: 0, expiresAt: 3_600_000, revokedAt: null }
  expect(codeList([{ ...row, state: 'valid', people: 2 }])).toBe(
    'x  valid, until 1970-01-01 01:00 UTC, made 1970-01-01 00:00 UTC, 2 people: Team\n',
  )
  expect(codeList([])).toContain('ringside access create')
})
