import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSend } from '../../../../client/src/composables/useSend.js'
import { useTurnControls } from '../../../../client/src/composables/useTurnControls.js'
import { useVoting } from '../../../../client/src/composables/useVoting.js'
import { useConversation } from '../../../../client/src/stores/conversation.js'
import { useDraft } from '../../../../client/src/stores/draft.js'
import { aSnapshot, aTurn } from '../arena/a-conversation.js'
import { fakeSocket, ok } from '../stores/fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

const vote = (choice: 'a' | 'b', finalAt: number) => ({ turn: 1, choice, finalAt, final: false })
const idsOf = (wanted: string) =>
  fakeSocket.sent.flatMap(({ event, payload }) => (event === wanted ? [payload.commandId] : []))

/** Joins are answered; of everything else the server is silent, or its answer is lost. */
const losesAnswers = () =>
  fakeSocket.answers((event) => {
    if (event === 'conversation:join') return ok({ snapshot: aSnapshot(), seq: 0, now: Date.now() })
    throw new Error('operation has timed out')
  })

async function settle(): Promise<void> {
  await flushPromises()
  await vi.advanceTimersByTimeAsync(50)
  await flushPromises()
}

async function openConversation() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'conversation', component: { template: '<p />' } }],
  })
  let page!: ReturnType<typeof useSend> &
    ReturnType<typeof useTurnControls> & { cast: ReturnType<typeof useVoting>['cast'] }
  const view = mount(
    {
      setup() {
        page = { ...useTurnControls(), cast: useVoting().cast, ...useSend() }
        return () => null
      },
    },
    { global: { plugins: [createPinia(), router] } },
  )
  const stop = useConversation().start()
  cleanUp = () => {
    view.unmount()
    stop()
  }
  useConversation().open('c1')
  await settle()
  return page
}

let cleanUp = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  fakeSocket.reset()
  sessionStorage.clear()
  losesAnswers()
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response('{"conversations":[]}'))),
  )
})

afterEach(() => {
  cleanUp()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a prompt whose acknowledgement is lost', () => {
  const turnOf = (text: string) => ({ ...aTurn({ turn: 2, text }), conversationId: 'c1', seq: 1 })
  const sendOff = async (page: Awaited<ReturnType<typeof openConversation>>) => {
    useDraft().keep('c1', 'continue')
    await page.send('battle', 'c1')
    await settle()
  }

  it('is back in its box, and goes out again under its own id', async () => {
    const page = await openConversation()
    await sendOff(page)
    expect(useDraft().textOf('c1')).toBe('continue')
    expect(page.failure.value?.code).toBe('no_answer')
    await sendOff(page)
    expect(new Set(idsOf('conversation:continue')).size).toBe(1)
  })

  it('outlives a reload while it is on its way', async () => {
    const page = await openConversation()
    fakeSocket.answers(() => new Promise(() => {}))
    await Promise.race([sendOff(page), settle()])
    expect(useDraft().textOf('c1')).toBe('')
    setActivePinia(createPinia())
    expect(useDraft().textOf('c1')).toBe('continue')
  })

  it.each(['while the answer is awaited', 'later'])(
    'leaves its box when its turn is heard %s, and its words can be sent anew',
    async (when) => {
      const page = await openConversation()
      const hear = () => fakeSocket.hear('turn:started', turnOf('continue'))
      if (when === 'later') {
        await sendOff(page)
        hear()
      } else {
        fakeSocket.answers(async () => {
          hear()
          await vi.advanceTimersByTimeAsync(50)
          throw new Error('operation has timed out')
        })
        await sendOff(page)
      }
      await settle()
      expect(useDraft().textOf('c1')).toBe('')
      expect(page.failure.value).toBeNull()
      await sendOff(page)
      expect(new Set(idsOf('conversation:continue')).size).toBe(2)
    },
  )

  it('stays in its box when the turn that came is of another page', async () => {
    const page = await openConversation()
    await sendOff(page)
    fakeSocket.hear('turn:started', turnOf('of another page'))
    await settle()
    expect(useDraft().textOf('c1')).toBe('continue')
  })
})

describe('the end of a turn that nobody heard', () => {
  const after = (votable: boolean, status: 'done' | 'stopped' = 'done') => {
    const answer = { text: 'Light.', status, attempt: 1 }
    return aSnapshot({ votable, turns: [aTurn({ answers: { a: answer, b: { ...answer } } })] })
  }
  const joins = () => fakeSocket.sent.filter(({ event }) => event === 'conversation:join').length
  const joinsFind = (votable: boolean, role: 'owner' | 'reader' = 'owner') =>
    fakeSocket.answers((event) =>
      event === 'conversation:join'
        ? ok({ snapshot: { ...after(votable), role }, seq: 2, now: Date.now() })
        : ok({}),
    )
  const hearsTheAnswersEnd = () => {
    for (const [at, side] of (['a', 'b'] as const).entries()) {
      const place = { conversationId: 'c1', seq: at + 1, turn: 1, side, status: 'done' }
      useConversation().snapshot!.turns[0]!.answers[side]!.text = 'Light.'
      fakeSocket.hear('answer:done', place)
    }
  }

  it('is asked for after ten quiet seconds, once, and the vote is there', async () => {
    await openConversation()
    hearsTheAnswersEnd()
    await settle()
    expect(useConversation().snapshot?.votable).toBe(false)
    joinsFind(true)
    await vi.advanceTimersByTimeAsync(14_000)
    expect(useConversation().snapshot?.votable).toBe(true)
    expect(joins()).toBe(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(joins()).toBe(2)
  })

  it('is not missed by who only reads', async () => {
    joinsFind(false, 'reader')
    await openConversation()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(joins()).toBe(1)
  })
})

describe('the same command again, after one that nobody answered', () => {
  it('is a new retry once the answer was seen to begin again', async () => {
    const page = await openConversation()
    await page.retry('a')
    await page.retry('a')
    expect(new Set(idsOf('turn:retry')).size).toBe(1)
    fakeSocket.hear('answer:started', {
      conversationId: 'c1',
      seq: 1,
      turn: 1,
      side: 'a',
      attempt: 2,
    })
    await settle()
    await page.retry('a')
    expect(new Set(idsOf('turn:retry')).size).toBe(2)
  })

  it('is a new vote once another one is seen to stand', async () => {
    const page = await openConversation()
    await page.cast('a')
    await page.cast('a')
    expect(new Set(idsOf('vote:cast')).size).toBe(1)
    useConversation().snapshot!.vote = vote('b', 5_000)
    await page.cast('a')
    expect(new Set(idsOf('vote:cast')).size).toBe(2)
  })
})
