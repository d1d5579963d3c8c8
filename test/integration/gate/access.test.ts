import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AdminAccess, NewAccessCode } from '#shared/protocol/access'
import type { AuditPage } from '#shared/protocol/admin'
import type { WireError } from '#shared/protocol/common'
import { Gate } from '#server/gate/gate'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const ADMIN = { authorization: 'Bearer an-admin-token-of-32-characters!' }
const ENV = { ACCESS: 'code', ADMIN_TOKEN: 'an-admin-token-of-32-characters!' }
const JSON_TYPE = { 'content-type': 'application/json' }

let arena: TestArena
beforeAll(async () => {
  arena = await startArena({ env: ENV })
})
afterAll(() => arena.close())

const post = (path: string, body: unknown, headers: Record<string, string>) =>
  fetch(`${arena.url}${path}`, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify(body),
  })

const newCode = async (order: object = {}): Promise<NewAccessCode> => {
  const response = await post('/api/admin/access/codes', order, ADMIN)
  expect(response.status).toBe(201)
  return (await response.json()) as NewAccessCode
}

const list = async (): Promise<AdminAccess> => {
  const response = await fetch(`${arena.url}/api/admin/access/codes`, { headers: ADMIN })
  return (await response.json()) as AdminAccess
}

/** The cookie of somebody new, who gets one with the refusal already. */
async function somebody(): Promise<string> {
  const response = await fetch(`${arena.url}/api/site`)
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

const enter = (cookie: string, code: string) => post('/api/access', { code }, { cookie })

const refusalAt = (cookie: string) =>
  TestPerson.arrive(arena.url, cookie).then(
    () => undefined,
    (error: Error & { data?: WireError }) => error.data?.code,
  )

describe('without a code', () => {
  it.each([
    ['GET', '/api/site'],
    ['GET', '/API/Site'],
    ['GET', '/api/models'],
    ['GET', '/api/leaderboard'],
    ['GET', '/api/leaderboard/pair?a=a&b=b'],
    ['GET', '/api/conversations'],
    ['GET', '/api/conversations/some'],
    ['DELETE', '/api/conversations/some'],
    ['GET', '/api/pages/about'],
    ['GET', '/api/pages/termsandmore'],
    ['GET', '/api/me'],
    ['DELETE', '/api/me'],
    ['POST', '/api/images'],
    ['GET', '/api/images/some'],
    ['GET', '/api/docs'],
    ['GET', '/api/docs-json'],
    ['GET', '/api/nothing'],
  ])('%s %s is closed', async (method, path) => {
    const response = await fetch(`${arena.url}${path}`, { method })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'access_required' } })
  })

  it('a socket is closed', async () => {
    expect(await refusalAt(await somebody())).toBe('access_required')
  })

  it('what people agree to can be read', async () => {
    for (const page of ['terms', 'privacy']) {
      const response = await fetch(`${arena.url}/api/pages/${page}?language=zh-CN`)
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ language: 'zh-CN' })
    }
  })

  it('health and pages are open, and the admin side has a lock of its own', async () => {
    expect((await fetch(`${arena.url}/health/ready`)).status).toBe(200)
    expect((await fetch(`${arena.url}/leaderboard`)).status).toBe(200)
    expect((await fetch(`${arena.url}/api/admin/models`)).status).toBe(401)
    expect((await fetch(`${arena.url}/api/admin/models`, { headers: ADMIN })).status).toBe(200)
    expect((await fetch(`${arena.url}/metrics`)).status).toBe(401)
  })
})

describe('a code', () => {
  it('lets many in, as it is told or in a link, and is kept by its hash only', async () => {
    const { code, link } = await newCode({ label: 'Team' })
    expect(link).toBe(`${arena.url}/#join=${code}`)
    for (const written of [code, code.toLowerCase().replaceAll('-', ' ')]) {
      const cookie = await somebody()
      expect((await enter(cookie, written)).status).toBe(204)
      const person = await TestPerson.arrive(arena.url, cookie)
      await person.does('conversation:start', { mode: 'battle', text: 'Q' })
      person.leave()
    }
    expect(await list()).toMatchObject({
      access: 'code',
      codes: [{ label: 'Team', state: 'valid', people: 2 }],
    })
    const rows = await arena.app
      .get(KyselyDatabase)
      .db.selectFrom('accessCodes')
      .selectAll()
      .execute()
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  it('that is revoked lets nobody in, and shows those out who are in by it', async () => {
    const { id, code } = await newCode()
    const cookie = await somebody()
    await enter(cookie, code)
    const person = await TestPerson.arrive(arena.url, cookie)
    const gone = new Promise((resolve) => person.socket.once('disconnect', resolve))
    expect((await post(`/api/admin/access/codes/${id}/revoke`, {}, ADMIN)).status).toBe(204)
    await gone
    expect((await person.fetch('/api/site')).status).toBe(403)
    expect(await refusalAt(cookie)).toBe('access_required')
    expect((await enter(cookie, code)).status).toBe(403)
    expect((await post('/api/admin/access/codes/none/revoke', {}, ADMIN)).status).toBe(404)
    person.leave()
  })

  it('is in the record as made and as revoked, and what it is never is', async () => {
    const { id, code } = await newCode({ label: 'Class', hours: 2 })
    await post(`/api/admin/access/codes/${id}/revoke`, {}, ADMIN)
    await post('/api/admin/access/codes/none/revoke', {}, ADMIN)
    const response = await fetch(`${arena.url}/api/admin/audit`, { headers: ADMIN })
    const { entries } = (await response.json()) as AuditPage
    expect(entries.filter(({ subject }) => subject === 'none')).toEqual([])
    expect(entries.filter(({ subject }) => subject === id)).toMatchObject([
      { action: 'access_code_revoked' },
      {
        action: 'access_code_made',
        details: { label: 'Class', expiresAt: expect.any(Number) as number },
      },
    ])
    expect(JSON.stringify(entries)).not.toContain(code)
  })

  it('that has expired lets nobody in any more', async () => {
    const { id, code } = await newCode({ hours: 1 })
    const cookie = await somebody()
    await enter(cookie, code)
    await arena.app
      .get(KyselyDatabase)
      .db.updateTable('accessCodes')
      .set({ expiresAt: 1 })
      .where('id', '=', id)
      .execute()
    await arena.app.get(Gate).look()
    expect(await refusalAt(cookie)).toBe('access_required')
    expect((await list()).codes[0]).toMatchObject({ state: 'expired', expiresAt: 1 })
  })

  it('is still good after a restart for who came in by it', async () => {
    const { code } = await newCode()
    const cookie = await somebody()
    await enter(cookie, code)
    arena = await arena.restart()
    expect(await refusalAt(cookie)).toBeUndefined()
  })

  it('cannot be guessed for long, and a right one does not count', async () => {
    const { code } = await newCode()
    const cookie = await somebody()
    for (let right = 0; right < 12; right += 1) await enter(cookie, code)
    const statuses: number[] = []
    for (let wrong = 0; wrong < 11; wrong += 1) statuses.push((await enter(cookie, 'WRONG')).status)
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429])
    const refused = await enter(cookie, code)
    expect(await refused.json()).toMatchObject({
      error: { limit: { of: 'codes', per: 'session' } },
    })
    // Others guess on, until their machine has guessed too often.
    let last = 0
    for (let guesser = 0; guesser < 5; guesser += 1) {
      const other = await somebody()
      for (let wrong = 0; wrong < 9; wrong += 1) last = (await enter(other, 'WRONG')).status
    }
    expect(last).toBe(429)
  })
})
