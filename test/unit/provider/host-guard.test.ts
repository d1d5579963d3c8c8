import dns from 'node:dns'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hostGuard } from '#server/provider/host-guard'

type Callback = (error: Error | null, ...found: unknown[]) => void
type Resolve = (host: string, options: { all?: boolean }, callback: Callback) => void

const systemSays = (resolve: Resolve) =>
  vi.spyOn(dns, 'lookup').mockImplementation(resolve as unknown as typeof dns.lookup)
afterEach(() => vi.restoreAllMocks())

function lookedUp(all: boolean, addresses: string[], allowed: string[] = []): unknown {
  systemSays((_host, _options, callback) =>
    all
      ? callback(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        )
      : callback(null, addresses[0], 4),
  )
  let outcome: unknown
  hostGuard(allowed).lookup('models.example', { all }, (error, found) => {
    outcome = error?.code ?? found
  })
  return outcome
}

describe('a name on its way to a model', () => {
  it.each([true, false])('is refused where it leads to a metadata address (all: %s)', (all) => {
    expect(lookedUp(all, ['169.254.169.254'])).toBe('HOST_REFUSED')
    expect(lookedUp(all, ['::ffff:169.254.169.254'])).toBe('HOST_REFUSED')
    expect(lookedUp(all, ['10.0.0.1'])).toEqual(
      all ? [{ address: '10.0.0.1', family: 4 }] : '10.0.0.1',
    )
  })

  it('is refused where only one of its addresses is such a one', () => {
    expect(lookedUp(true, ['10.0.0.1', '169.254.169.254'])).toBe('HOST_REFUSED')
  })

  it('is asked where itself or the address is allowed', () => {
    for (const allowed of ['models.example', '169.254.169.254']) {
      expect(lookedUp(false, ['169.254.169.254'], [allowed])).toBe('169.254.169.254')
    }
  })

  it('tells an error of the system as it is', () => {
    systemSays((_host, _options, callback) =>
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
    )
    let code: unknown
    hostGuard([]).lookup('models.example', {}, (error) => {
      code = error?.code
    })
    expect(code).toBe('ENOTFOUND')
  })
})
