import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUMMARIES } from '#server/app/openapi/summaries'
import { testBrowser } from '../support/browser.js'
import { RingsideProcess } from '../support/ringside-process.js'

interface Operation {
  summary?: string
  security?: unknown[]
  responses: Record<string, { content?: Record<string, object> }>
}

interface Description {
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, { required?: string[]; properties?: Record<string, object> }>
  }
}

// The description is read from the types that the build leaves in the code, so it takes the built server.
describe('the description of the HTTP interface', () => {
  const browser = testBrowser()
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-docs-'))
  let ringside: RingsideProcess
  let url: string

  beforeAll(async () => {
    const env = { DATA_DIR: dataDir, PORT: '0', DEMO: 'on', API_ENDPOINT_FILE: 'api_endpoint.json' }
    ringside = RingsideProcess.run([], env)
    url = `http://127.0.0.1:${new URL(await ringside.opened()).port}`
  })
  afterAll(async () => {
    await ringside.kill('SIGTERM')
    rmSync(dataDir, { recursive: true })
  })

  it('has a page that keeps to its policy while it is used', async () => {
    const page = await browser.newPage(url, { still: true })
    await page.goto('/api/docs')
    await page.getByRole('heading', { name: /^Ringside/ }).waitFor()
    const models = page.locator('#operations-site-SiteController_models')
    await models.getByRole('button').first().click()
    await models.getByRole('button', { name: 'Try it out' }).click()
    await models.getByRole('button', { name: 'Execute' }).click()
    await models.getByText('demo-terse').first().waitFor()
  })

  it('names every route with a sentence, and says which of them want a token', async () => {
    const { paths } = (await (await fetch(`${url}/api/docs-json`)).json()) as Description
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        ...operation,
      })),
    )
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(SUMMARIES).sort())
    for (const { name, summary, security } of routes) {
      expect([name, summary]).toEqual([name, SUMMARIES[name]])
      const guarded = /\/api\/admin\/|\/metrics$/.test(name)
      expect([name, security !== undefined]).toEqual([name, guarded])
    }
  })

  it('tells what goes in by the schemas that check it', async () => {
    const { paths } = (await (await fetch(`${url}/api/docs-json`)).json()) as Description
    expect(paths['/api/admin/models/set']!.post).toMatchObject({
      requestBody: {
        content: {
          'application/json': {
            schema: {
              required: ['name', 'off', 'weight'],
              properties: { off: { type: 'boolean' } },
              additionalProperties: false,
            },
          },
        },
      },
    })
    expect(paths['/api/admin/spend']!.get).toMatchObject({
      parameters: [{ name: 'days', in: 'query', required: false }],
    })
  })

  it('tells what comes back by the types that the code answers with', async () => {
    const { paths, components } = (await (
      await fetch(`${url}/api/docs-json`)
    ).json()) as Description
    const answerOf = (path: string, method = 'get') => {
      const { responses } = paths[path]![method]!
      const [status] = Object.keys(responses).filter((each) => each.startsWith('2'))
      return responses[status!]!.content
    }
    const silent = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method, { responses }]) => !('204' in responses) && !answerOf(path, method))
        .map(([method]) => `${method} ${path}`),
    )
    expect(silent).toEqual([])
    expect(answerOf('/api/leaderboard')).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/Board' } },
      'text/csv': {},
    })
    expect(answerOf('/api/images/{id}')).toEqual({ 'image/*': {} })
    expect(components.schemas.BoardRow).toMatchObject({ type: 'object' })
    // An own answer of each kind keeps to what is told of it.
    const site = (await (await fetch(`${url}/api/site`)).json()) as object
    const { required = [], properties = {} } = components.schemas.Site!
    expect(Object.keys(site).filter((name) => !(name in properties))).toEqual([])
    expect(required.filter((name) => !(name in site))).toEqual([])
    const refs = JSON.stringify({ paths, components }).matchAll(/#\/components\/schemas\/(\w+)/g)
    expect([...refs].filter(([, name]) => !components.schemas[name!])).toEqual([])
  })
})
