import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTE_RULES } from '../../support/authorization/route-rules.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

let arena: TestArena
let person: TestPerson
beforeAll(async () => {
  arena = await startArena({ env: { PUBLIC_URL: 'https://good.example' } })
  person = await TestPerson.arrive(arena.url)
})
afterAll(async () => {
  person.leave()
  await arena.close()
})

interface Asked {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}

/** As it is written: `fetch` would mend paths and refuse headers. */
function ask({ method = 'GET', path, headers = {}, body }: Asked) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(arena.url)
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const options = { hostname, port, method, path, headers: { ...headers, ...length } }
    const asked = request(options, (response) => {
      let text = ''
      response.on('data', (data: Buffer) => (text += data.toString('latin1')))
      response.on('end', () => resolve({ status: response.statusCode!, body: text }))
    })
    asked.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve({ status: 101, body: '' })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const FOREIGN = [
  'https://evil.example',
  'http://evil.example',
  'null',
  'https://good.example.evil.example',
  'https://evil-good.example',
  'https://good.example:8443',
  'http://good.example',
  'https://good.example@evil.example',
  'https://evil.example/https://good.example',
  'https://GOOD.example.',
  'file://',
  'https://good.example, https://evil.example',
]
const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

describe('a page of another site', () => {
  it.each(FOREIGN)('has no socket, by either way: %s', async (origin) => {
    const headers = { cookie: person.cookie, origin }
    const path = '/socket.io/?EIO=4&transport='
    const polled = await ask({ path: `${path}polling`, headers })
    const upgraded = await ask({ path: `${path}websocket`, headers: { ...headers, ...UPGRADE } })
    expect([polled.status, upgraded.status]).toEqual([403, 400])
  })

  it('has one where it is the own', async () => {
    const headers = { cookie: person.cookie, origin: 'https://good.example', ...UPGRADE }
    expect((await ask({ path: '/socket.io/?EIO=4&transport=websocket', headers })).status).toBe(101)
  })

  const changes = Object.keys(ROUTE_RULES).filter((route) => !route.startsWith('GET'))
  it.each(changes)('changes nothing by a form or a script: %s', async (route) => {
    const [method = '', path = ''] = route.replace(/:\w+/g, 'x').split(' ')
    const forms = [
      ['application/x-www-form-urlencoded', 'name=x'],
      ['multipart/form-data; boundary=b', '--b--'],
      ['text/plain', '{"name":"x"}'],
      ['application/json', '{}'],
    ] as const
    for (const [type, body] of forms) {
      const headers = { cookie: person.cookie, 'content-type': type }
      const from: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ]
      for (const site of from) {
        const { status, body: told } = await ask({
          method,
          path,
          body,
          headers: { ...headers, ...site },
        })
        expect([type, site, status]).toEqual([type, site, 403])
        expect(told).toContain('origin_refused')
      }
    }
  })
})

describe('a name of the wide world that leads to this machine', () => {
  const ways = async (host: string, origin = `http://${host}`) => {
    const headers = { cookie: person.cookie, host, origin }
    const path = '/socket.io/?EIO=4&transport='
    const { origin: _, ...bare } = headers
    const asked: Asked[] = [
      { path: `${path}polling`, headers },
      // A page's own requests by GET say nothing of their origin.
      { path: `${path}polling`, headers: bare },
      { path: `${path}websocket`, headers: { ...headers, ...UPGRADE } },
      { path: '/api/access', method: 'POST', headers, body: '{}' },
    ]
    const answers = []
    for (const each of asked) answers.push((await ask(each)).status)
    return answers
  }

  it.each([
    'evil.example',
    'evil.example:7860',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
  ])('is nobody of ours: %s', async (host) => {
    expect(await ways(host)).toEqual([403, 403, 400, 403])
  })

  it.each(['127.0.0.1:7860', 'localhost:7860', '[::1]:7860', 'nas', 'nas.local', 'x.localhost'])(
    'is not meant by %s',
    async (host) => {
      const [polled, bare, upgraded, posted] = await ways(host)
      expect([polled, bare, upgraded]).toEqual([200, 200, 101])
      expect(posted).not.toBe(403)
    },
  )

  it('is ours where the settings say so', async () => {
    expect((await ways('good.example', 'https://good.example')).slice(0, 3)).toEqual([
      200, 200, 101,
    ])
  })
})

const TARGETS = ['package.json', '.env', 'data/ringside.sqlite', 'etc/passwd', '.git/config']
const FORMS = [
  '/../',
  '/../../../../../../',
  '/%2e%2e/',
  '/%2e%2e%2f',
  '/..%2f..%2f',
  '/%252e%252e%252f',
  '/..\\',
  '/..%5c..%5c',
  '/assets/../../../',
  '/assets/..%2f..%2f..%2f',
  '/assets/%2e%2e/%2e%2e/',
  '//',
  '/.//',
  '/assets/%00/../../',
  '/api/images/../../../',
  '/api/images/..%2f..%2f',
]
/** Of the files that are asked for, and of none that is served. */
const SECRETS = /"private": true|SQLite format|root:.*:0:0|\[core\]|API_KEY/

it(`${TARGETS.length * FORMS.length} forms of a way out of the folder lead nowhere`, async () => {
  for (const form of FORMS) {
    for (const target of TARGETS) {
      const path = form + target
      const { status, body } = await ask({ path, headers: { cookie: person.cookie } })
      expect([path, status >= 400, SECRETS.test(body)]).toEqual([path, true, false])
    }
  }
})

it.each(['/assets/', '/assets', '/.env', '/.git/config', '/index.html.map', '/%00'])(
  '%s is no listing, no hidden file and no source map',
  async (path) => {
    const { status } = await ask({ path, headers: { cookie: person.cookie } })
    expect(status).toBeGreaterThanOrEqual(300)
  },
)
