import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AnswerStatus } from '#shared/vocabulary'
import { useSpokenAnswers } from '../../../../client/src/composables/useSpokenAnswers.js'
import { useConversation } from '../../../../client/src/stores/conversation.js'
import { usePreferences } from '../../../../client/src/stores/preferences.js'
import { aSnapshot, aTurn } from '../arena/a-conversation.js'
import { fakeSocket, ok } from '../stores/fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

beforeEach(() => {
  fakeSocket.reset()
  localStorage.clear()
  vi.useFakeTimers()
})
let cleanUp = () => {}
afterEach(() => {
  cleanUp()
  vi.useRealTimers()
})

const PIECE_MS = 4_000

/** A page whose answers are these, of a person who wants them told or not. */
async function page(wanted: boolean, texts: [string, string], status: AnswerStatus = 'streaming') {
  const snapshot = aSnapshot({
    turns: [
      aTurn({
        answers: {
          a: { text: texts[0], status, attempt: 1 },
          b: { text: texts[1], status, attempt: 1 },
        },
      }),
    ],
  })
  fakeSocket.answers(() => ok({ snapshot, seq: 0, now: Date.now() }))
  let spoken!: ReturnType<typeof useSpokenAnswers>
  const view = mount(
    {
      setup() {
        usePreferences().spokenAnswers = wanted
        spoken = useSpokenAnswers()
        return () => null
      },
    },
    { global: { plugins: [createPinia()] } },
  )
  const conversation = useConversation()
  const stop = conversation.start()
  cleanUp = () => {
    view.unmount()
    stop()
  }
  conversation.open('c1')
  await flushPromises()
  const turn = conversation.turns[0]!
  const grows = async (side: 'a' | 'b', text: string, now: AnswerStatus = 'streaming') => {
    Object.assign(turn.answers[side]!, { text, status: now })
    await flushPromises()
  }
  const later = async () => {
    await vi.advanceTimersByTimeAsync(PIECE_MS)
    return { ...spoken }
  }
  return { grows, later }
}

it('says whole sentences, the sides in turns, and the rest in the end', async () => {
  const { grows, later } = await page(true, ['', ''])
  await grows('a', 'One is so. Two is n')
  await grows('b', 'Eins. Zwei. Dre')
  expect(await later()).toEqual({ a: 'One is so.' })
  await grows('a', 'One is so. Two is not. Thr')
  expect(await later()).toEqual({ a: 'One is so.', b: 'Eins. Zwei.' })
  expect(await later()).toEqual({ a: 'Two is not.', b: 'Eins. Zwei.' })
  await grows('b', 'Eins. Zwei. Drei', 'done')
  expect(await later()).toEqual({ a: 'Two is not.', b: 'Drei' })
})

it('says nothing of what was there before, and nothing where nobody wants it', async () => {
  const before = await page(true, ['Long ago. ', ''])
  await before.grows('a', 'Long ago. And now. ')
  expect(await before.later()).toEqual({ a: 'And now.' })
  cleanUp()
  const unwanted = await page(false, ['', ''])
  await unwanted.grows('a', 'One is so. ')
  expect(await unwanted.later()).toEqual({})
  cleanUp()
  const ended = await page(true, ['All. ', 'All. '], 'done')
  expect(await ended.later()).toEqual({})
})
