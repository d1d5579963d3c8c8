import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { PublicLink } from '#server/session/public-link'

const SSHD_SAW = '198.51.100.7'

function visit(url: string | undefined, forwarded?: string, admitted = true) {
  const link = new PublicLink()
  const socket = {}
  if (url !== undefined) link.opened(url)
  if (admitted) link.admit(socket, SSHD_SAW)
  const headers = { 'x-forwarded-for': forwarded }
  return link.visit({ socket, headers } as unknown as IncomingMessage)
}

describe('a visitor of the public link', () => {
  it.each([
    ['has the address that the proxy adds', '203.0.113.9', '203.0.113.9'],
    ['is not who they say to be before that', '10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['may have an address of the newer kind', '2001:db8::9', '2001:db8::9'],
    ['is who the SSH server saw where the proxy says nothing', undefined, SSHD_SAW],
    ['is who the SSH server saw where the proxy says nonsense', 'me', SSHD_SAW],
  ])('%s', (_, forwarded, address) => {
    expect(visit('https://x.example', forwarded)).toEqual({ address, secure: true })
  })

  it('is who the SSH server saw where no proxy ends the encryption', () => {
    const seen = { address: SSHD_SAW, secure: false }
    expect(visit('http://x.example:8080', '203.0.113.9')).toEqual(seen)
    expect(visit(undefined, '203.0.113.9')).toEqual(seen)
  })

  it('is nobody who came to the normal port, whatever their headers say', () => {
    expect(visit('https://x.example', '203.0.113.9', false)).toBeUndefined()
  })
})
