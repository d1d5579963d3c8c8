import { afterAll, beforeAll, expect, it } from 'vitest'
import { startArena, type TestArena } from '../../support/test-arena.js'

const [OLD, NEW] = ['the-key-of-yesterday', 'the-key-of-today-0000']

let arena: TestArena
beforeAll(async () => {
  arena = await startArena({ env: { SESSION_SECRET: OLD } })
})
afterAll(() => arena.close())

/** The cookie that an answer gives, if it gives one. */
async function visit(cookie = ''): Promise<string | undefined> {
  const { headers } = await fetch(`${arena.url}/api/site`, { headers: { cookie } })
  return headers.getSetCookie()[0]?.split(';')[0]
}
/** The voter behind a cookie: its first part, which is all that stays of it. */
const voterOf = (cookie: string | undefined) => cookie?.split('=')[1]?.split('.')[0]

it('a session outlives its key, under the next one', async () => {
  const first = (await visit())!
  expect(await visit(first)).toBeUndefined()
  arena = await arena.restart({ SESSION_SECRET: NEW, SESSION_SECRET_PREVIOUS: OLD })
  const second = await visit(first)
  expect(second).not.toBe(first)
  expect(voterOf(second)).toBe(voterOf(first))
  expect(await visit(second)).toBeUndefined()
  arena = await arena.restart({ SESSION_SECRET: NEW, SESSION_SECRET_PREVIOUS: '' })
  expect(await visit(second)).toBeUndefined()
  expect(voterOf(await visit(first))).not.toBe(voterOf(first))
})

it('a session that came over plain HTTP is bound to the host once there is TLS', async () => {
  const plain = (await visit())!
  expect(plain).toMatch(/^ringside_session=/)
  arena = await arena.restart({ PUBLIC_URL: 'https://arena.example' })
  const bound = await visit(plain)
  expect(bound).toMatch(/^__Host-ringside_session=/)
  expect(voterOf(bound)).toBe(voterOf(plain))
  expect(await visit(`${plain}; ${bound}`)).toBeUndefined()
})
