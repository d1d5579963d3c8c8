import type { IncomingMessage } from 'node:http'
import { Logger } from '@nestjs/common'
import { describe, expect, it, vi } from 'vitest'
import { parseSettings } from '#server/config/parse-settings'
import { addressBlock } from '#server/session/address-block'
import { PublicLink } from '#server/session/public-link'
import { networks, visitorBehind } from '#server/session/trusted-proxies'
import { VisitorAddresses } from '#server/session/visitor-addresses'
import { ManualClock } from '../../support/manual-clock.js'

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

describe('who is behind the proxies', () => {
  const trusts = networks(['loopback', '10.0.0.0/8', '2001:db8::1'])

  it.each([
    ['a visitor without a proxy', '203.0.113.9', undefined, '203.0.113.9'],
    ['a header of a visitor', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['a proxy', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['a proxy of IPv6', '2001:db8::1', '2001:db8:5::7', '2001:db8:5::7'],
    ['two proxies', '127.0.0.1', '198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['what a visitor put before', '10.1.2.3', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    [
      'a trusted address as a visitor’s word',
      '10.1.2.3',
      '127.0.0.1, 198.51.100.1',
      '198.51.100.1',
    ],
    ['no address', '10.1.2.3', 'unknown', '10.1.2.3'],
    ['nonsense before the visitor', '10.1.2.3', '<script>, 198.51.100.1', '198.51.100.1'],
    ['a proxy without a header', '10.1.2.3', undefined, '10.1.2.3'],
    ['an IPv4 address as IPv6', '10.1.2.3', '::ffff:198.51.100.1', '198.51.100.1'],
  ])('%s', (_, peer, forwarded, visitor) => {
    expect(visitorBehind(peer, forwarded, trusts)).toBe(visitor)
  })

  it('trusts nobody where nobody is named', () => {
    expect(visitorBehind('127.0.0.1', '198.51.100.1', networks([]))).toBe('127.0.0.1')
  })
})

describe('what one visitor has', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s', (address, block) => expect(addressBlock(address)).toBe(block))
})

describe('the key of an address', () => {
  const clock = new ManualClock()
  const link = new PublicLink()
  const of = (proxies = '') =>
    new VisitorAddresses(parseSettings({ TRUSTED_PROXIES: proxies }, {}, '/'), link, clock)

  it('is the same for the same address, and shows nothing of it', () => {
    const addresses = of()
    const key = addresses.of(request('203.0.113.9'))
    expect(addresses.of(request('::ffff:203.0.113.9', '1.2.3.4'))).toBe(key)
    expect(addresses.of(request('203.0.113.10'))).not.toBe(key)
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(of().of(request('203.0.113.9'))).not.toBe(key)
  })

  it('is another one each day', () => {
    const addresses = of()
    const key = addresses.of(request('203.0.113.9'))
    clock.advance(24 * 3600 * 1000)
    expect(addresses.of(request('203.0.113.9'))).not.toBe(key)
  })

  it('is missing on this machine, unless a trusted proxy tells the visitor', () => {
    expect(of().of(request('127.0.0.1'))).toBeUndefined()
    expect(of().of(request('127.0.0.1', '203.0.113.9'))).toBeUndefined()
    expect(of('loopback').of(request('127.0.0.1', '203.0.113.9'))).toBeDefined()
  })

  it.each([
    ['127.0.0.1', '', 1],
    ['172.18.0.1', '', 1],
    ['172.18.0.1', 'uniquelocal', 0],
    // Nobody's proxy: a visitor may write what they like.
    ['203.0.113.9', '', 0],
  ])('is told to be a proxy’s where it is: %s, trusted: %s', (peer, proxies, times) => {
    const warned = vi.spyOn(Logger.prototype, 'warn').mockReturnValue()
    const addresses = of(proxies)
    addresses.of(request(peer, '198.51.100.1'))
    addresses.of(request(peer, '198.51.100.2'))
    expect(warned).toHaveBeenCalledTimes(times)
    warned.mockRestore()
  })

  it('is what the SSH server saw for a visitor of the public link, whatever headers say', () => {
    const addresses = of('loopback')
    const through = request('', '198.51.100.1')
    link.admit(through.socket, '203.0.113.9')
    expect(addresses.of(through)).toBe(addresses.of(request('203.0.113.9')))
    link.opened('https://public.example')
    expect(addresses.of(through)).toBe(addresses.of(request('198.51.100.1')))
  })
})
