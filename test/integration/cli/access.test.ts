import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RingsideProcess } from '../../support/ringside-process.js'

let folder: string
let env: Record<string, string>
let running: RingsideProcess

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-access-'))
  const file = join(folder, 'models.json')
  await writeFile(file, '{}')
  env = { DATA_DIR: folder, API_ENDPOINT_FILE: file, PORT: '0', ACCESS: 'code' }
})
afterAll(async () => {
  await running.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

async function access(...args: string[]) {
  const ended = RingsideProcess.run(['access', ...args], env)
  return { exitCode: await ended.ended(), out: ended.stdout, err: ended.stderr }
}

async function siteStatus(url: string, cookie: string): Promise<number> {
  return (await fetch(`${url}/api/site`, { headers: { cookie } })).status
}

it('codes are made before the start and while it runs, and one that is revoked is out within seconds', async () => {
  const early = await access('create', '--label', 'Early')
  expect([early.exitCode, early.err]).toEqual([0, ''])
  expect(early.out).toMatch(
    /[▀▄█]{5}[^]*Code: (\w{4}-){3}\w{4}\nLink: http:\/\/localhost:0\/#join=/,
  )

  running = RingsideProcess.run([], env)
  const url = await running.opened()
  expect((await running.says(/Only people with a code come in.*\n.*/))[0]).toContain(
    'ringside access create',
  )
  const made = await access('create', '--expires', '7d', '--url', 'https://a.example', '--json')
  const { id, code, link } = JSON.parse(made.out) as Record<string, string>
  expect(link).toBe(`https://a.example/#join=${code}`)

  const refused = await fetch(`${url}/api/site`)
  const cookie = refused.headers.getSetCookie()[0]!.split(';')[0]!
  expect(refused.status).toBe(403)
  const headers = { cookie, 'content-type': 'application/json' }
  await fetch(`${url}/api/access`, { method: 'POST', headers, body: JSON.stringify({ code }) })
  expect(await siteStatus(url, cookie)).toBe(200)

  const { out } = await access('list')
  expect(out.split('\n')[0]).toMatch(new RegExp(`^${id}  valid, until .* 1 person$`))
  expect(out).toContain(': Early')
  expect((await access('revoke', id!)).exitCode).toBe(0)
  await expect.poll(() => siteStatus(url, cookie)).toBe(403)
  expect((await access('list')).out).toContain(`${id}  revoked`)
})

it('a wrong use says what is right', async () => {
  expect(await access('revoke', 'none')).toMatchObject({
    exitCode: 64,
    err: expect.stringContaining('ringside access list') as string,
  })
  const wrong = await access('create', '--expires', 'soon')
  expect([wrong.exitCode, wrong.err]).toEqual([64, expect.stringContaining('12h or 7d') as string])
})
