import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { ADMIN_TOKEN, adminOf } from '../../support/test-admin.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const METRICS_TOKEN = 'figures-only-and-more-than-thirty-two-letters'
const SECRET = 'the words of a prompt'

let upstream: FakeUpstream
let arena: TestArena
let person: TestPerson
beforeAll(async () => {
  upstream = await startFakeUpstream()
  arena = await startArena({
    models: twoModels(upstream.url),
    env: { ADMIN_TOKEN, METRICS_TOKEN },
  })
  person = await TestPerson.arrive(arena.url)
})
afterAll(async () => {
  person.leave()
  await arena.close()
  await upstream.close()
})

const scrape = async (token = METRICS_TOKEN) => {
  const response = await fetch(`${arena.url}/metrics`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  return response.text()
}

it('tells of each model how its answers ended and what they took', async () => {
  upstream.script(({ body }) =>
    body.model === 'beta-1'
      ? { status: 400, message: 'no' }
      : { text: ['ready'], usage: { input: 100, output: 50 } },
  )
  const { conversationId } = await person.does('conversation:start', {
    mode: 'side-by-side',
    text: SECRET,
    models: ['alpha', 'beta'],
  })
  await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
  const figures = await scrape()
  expect(figures).toContain('ringside_model_requests_total{model="alpha",outcome="finished"} 1')
  expect(figures).toContain('ringside_model_tokens_total{model="alpha",direction="input"} 100')
  expect(figures).toContain('ringside_model_tokens_total{model="alpha",direction="output"} 50')
  expect(figures).toMatch(/ringside_model_requests_total\{model="beta",outcome="[a-z_]+"\} \d/)
  expect(figures).not.toContain('ringside_model_tokens_total{model="beta"')

  upstream.script(() => ({ text: ['Without end'], cut: { after: 1, by: 'stall' } }))
  const other = await person.does('conversation:start', {
    mode: 'direct',
    text: SECRET,
    models: ['alpha'],
  })
  const own = (frame: { conversationId: string }) => frame.conversationId === other.conversationId
  await person.hears('answer:delta', own)
  await person.does('turn:stop', { conversationId: other.conversationId })
  await person.hears('turn:done', own)
  expect(await scrape()).toContain(
    'ringside_model_requests_total{model="alpha",outcome="stopped"} 1',
  )

  const written = await scrape()
  for (const word of [SECRET, conversationId, 'alpha-1', 'key-alpha', '127.0.0.1'])
    expect(written).not.toContain(word)
})

it('keeps to the conventions of Prometheus', async () => {
  const lines = (await scrape(ADMIN_TOKEN)).split('\n')
  const types = lines.flatMap((line) => [...line.matchAll(/^# TYPE (ringside_\S+) (\S+)$/g)])
  expect(types.length).toBeGreaterThan(12)
  for (const [, name = '', type] of types) {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/)
    expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter'])
    if (type === 'histogram') expect(name).toMatch(/_(seconds|bytes)$/)
    expect(lines.some((line) => line.startsWith(`# HELP ${name} `))).toBe(true)
  }
})

it('is for its own token, which opens nothing else', async () => {
  const status = async (authorization?: string) =>
    (await fetch(`${arena.url}/metrics`, { headers: authorization ? { authorization } : {} }))
      .status
  expect(await status()).toBe(401)
  expect(await status('Bearer other')).toBe(401)
  expect((await adminOf(() => arena, METRICS_TOKEN)('GET', 'models')).status).toBe(401)
})
