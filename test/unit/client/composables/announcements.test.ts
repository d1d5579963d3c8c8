import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useAnnouncements } from '../../../../client/src/composables/useAnnouncements.js'
import { i18n } from '../../../../client/src/i18n/index.js'
import { useConversation } from '../../../../client/src/stores/conversation.js'
import { aSnapshot, aTurn } from '../arena/a-conversation.js'
import { fakeSocket, ok } from '../stores/fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

const SENTENCE_MS = 1_500

let cleanUp = () => {}
beforeEach(() => {
  fakeSocket.reset()
  vi.useFakeTimers()
})
afterEach(() => {
  cleanUp()
  vi.useRealTimers()
})

it('says of a turn that is over nothing more once the next one is being answered', async () => {
  const running = (text: string) => ({ text, status: 'streaming' as const, attempt: 1 })
  const both = (text: string) => ({ a: running(text), b: running(text) })
  const snapshot = aSnapshot({ turns: [aTurn({ answers: both('Well') })] })
  fakeSocket.answers(() => ok({ snapshot, seq: 0, now: Date.now() }))
  const heard: string[] = []
  const view = mount(
    { setup: () => ({ sentence: useAnnouncements() }), template: '<p>{{ sentence }}</p>' },
    { global: { plugins: [createPinia(), i18n] } },
  )
  const conversation = useConversation()
  const stop = conversation.start()
  cleanUp = () => (view.unmount(), stop())
  const later = async () => {
    await vi.advanceTimersByTimeAsync(SENTENCE_MS)
    await flushPromises()
    heard.push(view.text())
  }
  conversation.open('c1')
  await flushPromises()
  for (const side of ['a', 'b'] as const) {
    Object.assign(conversation.turns[0]!.answers[side]!, { status: 'done' })
  }
  await flushPromises()
  await later()
  conversation.snapshot!.turns.push(aTurn({ turn: 2, answers: both('') }))
  await flushPromises()
  await later()
  await later()
  expect(heard).not.toContain('Model B is done: 1 word.')
  expect(heard.at(-1)).toBe('The models are answering.')
})
