import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import KeptCode from '../../../../client/src/components/room/KeptCode.vue'
import { i18n } from '../../../../client/src/i18n/index.js'
import { useConversation } from '../../../../client/src/stores/conversation.js'
import { useKeptCode } from '../../../../client/src/stores/kept-code.js'
import { aSnapshot } from '../arena/a-conversation.js'
import { fakeSocket, ok } from '../stores/fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

const URL = 'http://arena.example/c/c1#key=k'

async function show(conversationId: string) {
  const snapshot = aSnapshot({ conversationId, links: ['challenge'] })
  fakeSocket.answers((event) =>
    event === 'conversation:join' ? ok({ snapshot, seq: 0, now: Date.now() }) : ok({}),
  )
  useConversation().open(conversationId)
  await flushPromises()
}

const mounted = () =>
  mount(KeptCode, { global: { plugins: [i18n], stubs: { UiIconButton: false } } })
let page: ReturnType<typeof mounted>

beforeEach(async () => {
  fakeSocket.reset()
  setActivePinia(createPinia())
  await show('c1')
  page = mounted()
})
afterEach(() => page.unmount())

const inSight = async () => {
  await vi.dynamicImportSettled()
  await flushPromises()
  return page.find('svg[role="img"]').exists()
}
const keep = (kind: 'challenge' | 'read' = 'challenge') => {
  useKeptCode().kept = { conversationId: 'c1', kind, url: URL }
}

it('stands beside its conversation, until it is put away', async () => {
  expect(await inSight()).toBe(false)
  keep()
  expect(await inSight()).toBe(true)
  expect(page.text()).toContain('Scan to vote')
  await page.get('button[aria-label="Put the code away"]').trigger('click')
  expect(await inSight()).toBe(false)
})

it('stands beside no other conversation', async () => {
  keep()
  await show('c2')
  expect(await inSight()).toBe(false)
  await show('c1')
  expect(await inSight()).toBe(true)
})

it('goes with its link', async () => {
  keep()
  expect(await inSight()).toBe(true)
  useConversation().knowLinks(['read'])
  expect(await inSight()).toBe(false)
})
