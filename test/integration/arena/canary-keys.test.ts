import { readdirSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { TestPerson } from '../../support/test-person.js'

/** Secrets of every kind, each with a word that nothing else has. */
const ENV_KEY = 'sk-proj-canaryenv0a1b2c3d'
const FILE_KEY = 'sk-canaryfile4e5f6a7b8c'
const HEADER = 'canaryheader9d0e1f2a'
const ADMIN_TOKEN = 'canaryadmin3b4c5d6e7f8a9b0c1d2e3f4a5b6c'
const METRICS_TOKEN = 'canarymetrics7d8e9f'
const SESSION_SECRET = 'canarysession0a1b2c3d4e5f'
const CANARY = /canary(env|file|header|admin|metrics|session)/

it('keys reach no log, answer, frame, figure, export or file name', async () => {
  const upstream = await startFakeUpstream()
  const echoed = `Incorrect API key provided: ${FILE_KEY}. ${ENV_KEY} and ${HEADER} are wrong too.`
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-canary-'))
  const models = join(dataDir, 'models.json')
  const model = { api_type: 'openai', api_base: `${upstream.url}/v1` }
  const write = (weight: number) =>
    writeFileSync(
      models,
      JSON.stringify({
        one: { ...model, weight, api_key: FILE_KEY, headers: { 'x-team': HEADER } },
        two: { ...model, api_key: '${OPENAI_API_KEY}' },
      }),
    )
  write(1)
  const server = RingsideProcess.run([], {
    ...{ PORT: '0', DATA_DIR: dataDir, API_ENDPOINT_FILE: models, LOG_FORMAT: 'json' },
    ...{ LOG_LEVEL: 'debug', BLIND_PACE: 'off', VOTE_GRACE_MS: '0', VOTE_MIN_MS: '0' },
    ...{ OPENAI_API_KEY: ENV_KEY, ADMIN_TOKEN, METRICS_TOKEN, SESSION_SECRET },
  })
  const url = await server.opened()
  const person = await TestPerson.arrive(url)
  const told: string[] = []
  const ask = async (path: string, token?: string, method = 'GET', body?: object) => {
    const authorization = token === undefined ? undefined : `Bearer ${token}`
    const response = await person.fetch(path, {
      method,
      ...(authorization && { headers: { authorization } }),
      ...(body && { body: JSON.stringify(body) }),
    })
    told.push(JSON.stringify([...response.headers]), await response.text())
    return response.status
  }
  const admin = (path: string, method?: string, body?: object) =>
    ask(`/api/admin/${path}`, ADMIN_TOKEN, method, body)

  upstream.script(() => ({ text: ['An answer.'] }))
  const whole = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
  await person.hears('turn:done')
  const cast = { conversationId: whole.conversationId, turn: 1, choice: 'a' as const }
  told.push(JSON.stringify(await person.does('vote:cast', cast)))
  // From here on the upstream repeats what it was sent, in every way in which one can fail.
  const failures = [
    { status: 401, message: echoed },
    { status: 500, message: echoed, headers: { 'x-echo': FILE_KEY } },
    { status: 400, message: echoed },
  ]
  for (const failure of failures) {
    upstream.script(() => failure)
    const start = { mode: 'side-by-side' as const, text: 'Q', models: ['one', 'two'] }
    const { conversationId } = await person.does('conversation:start', start)
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    await admin('models/test', 'POST', { name: 'one' })
  }
  expect(await admin('overview')).toBe(200)
  for (const path of ['models', 'audit', 'votes', 'spend', 'export/votes', 'export/battles']) {
    expect([path, await admin(path)]).toEqual([path, 200])
  }
  expect(await admin('backups', 'POST')).toBeLessThan(300)
  write(-1)
  expect(await admin('reload', 'POST')).toBe(422)
  expect(await ask('/metrics', METRICS_TOKEN)).toBe(200)
  expect(await ask('/metrics', `${METRICS_TOKEN}x`)).toBe(401)
  for (const path of ['/api/models', '/api/me/export', '/api/conversations', '/api/nowhere']) {
    await ask(path)
  }
  person.leave()
  expect(await server.kill('SIGTERM')).toBe(0)

  const sent = JSON.stringify(upstream.calls.map(({ headers }) => headers))
  for (const secret of [ENV_KEY, FILE_KEY, HEADER]) expect(sent).toContain(secret)
  const names = readdirSync(dataDir, { recursive: true }).join('\n')
  const logged = server.stdout + server.stderr
  expect(logged.split('\n').length).toBeGreaterThan(20)
  for (const text of [...told, JSON.stringify(person.heard), names, ...logged.split('\n')]) {
    expect(CANARY.exec(text) && text).toBeNull()
  }
  await upstream.close()
  rmSync(dataDir, { recursive: true })
}, 60_000)
