import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { arrive } from '../../../../client/src/composables/useArrival.js'
import { useConnection } from '../../../../client/src/stores/connection.js'
import { useModels } from '../../../../client/src/stores/models.js'
import { useSite } from '../../../../client/src/stores/site.js'
import { fakeSocket } from '../stores/fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

/** What the server says of itself at the moment; undefined while it is away. */
let version: string | undefined
const asked: string[] = []

function serve(input: RequestInfo | URL): Promise<Response> {
  const path = String(input).split('/api/')[1] ?? ''
  asked.push(path)
  if (version === undefined) return Promise.reject(new Error('away'))
  const models = { models: [{ name: `model-${version}`, modes: ['direct'], available: true }] }
  return Promise.resolve(new Response(JSON.stringify(path === 'models' ? models : { version })))
}

beforeEach(() => {
  fakeSocket.reset()
  setActivePinia(createPinia())
  asked.length = 0
  version = '1'
  vi.stubGlobal('fetch', vi.fn(serve))
})

afterEach(() => {
  useConnection().stop()
  vi.unstubAllGlobals()
})

const router = createRouter({ history: createMemoryHistory(), routes: [] })

const comeBack = async () => {
  fakeSocket.hear('disconnect', 'transport close')
  fakeSocket.hear('connect')
  await flushPromises()
}

it('a page that comes back asks anew what the arena is and which models it has', async () => {
  await arrive(router)
  fakeSocket.hear('connect')
  await flushPromises()
  expect(asked).toEqual(['site', 'consent'])
  await useModels().load()

  version = '2'
  await comeBack()
  expect(useSite().site?.version).toBe('2')
  expect(useModels().models.map(({ name }) => name)).toEqual(['model-2'])

  // What is known stays where the server says nothing.
  version = undefined
  await comeBack()
  expect(useSite().site?.version).toBe('2')
  expect(useModels()).toMatchObject({ state: 'ready', models: [{ name: 'model-2' }] })
})

it('models that nobody has looked at are not asked for', async () => {
  await arrive(router)
  fakeSocket.hear('connect')
  await comeBack()
  expect(asked).toEqual(['site', 'consent', 'site', 'consent'])
})
