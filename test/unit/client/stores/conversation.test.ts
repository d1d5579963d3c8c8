import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Snapshot } from '#shared/protocol/conversation'
import { useConversation } from '../../../../client/src/stores/conversation.js'
import { aSnapshot } from '../arena/a-conversation.js'
import { fakeSocket, ok } from './fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('./fake-socket.js')).fakeSocket,
}))

const at = (seq: number) => ({ conversationId: 'c1', seq, turn: 1 })
const says = (seq: number, text: string) =>
  fakeSocket.hear('answer:delta', { ...at(seq), side: 'a', kind: 'text', text })
const joins = () => fakeSocket.sent.filter(({ event }) => event === 'conversation:join').length
const textOfA = () => useConversation().snapshot?.turns[0]?.answers.a?.text

/** The server's side of joining: answered when the test says so. */
function answersJoin(...snapshots: [Snapshot, number][]): void {
  fakeSocket.answers((event) => {
    if (event !== 'conversation:join') return ok({})
    const [snapshot, seq] = snapshots.length > 1 ? snapshots.shift()! : snapshots[0]!
    return ok({ snapshot: structuredClone(snapshot), seq, now: Date.now() })
  })
}

const settle = () => vi.advanceTimersByTimeAsync(50)
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  fakeSocket.reset()
  setActivePinia(createPinia())
  stop = useConversation().start()
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('the open conversation', () => {
  it('puts what it heard before the snapshot behind it', async () => {
    answersJoin([aSnapshot(), 3])
    useConversation().open('c1')
    says(3, 'old ')
    says(4, 'new ')
    await settle()
    says(5, 'words')
    await settle()
    expect(textOfA()).toBe('new words')
  })

  it('asks for everything again when a frame is missing', async () => {
    const later = aSnapshot()
    later.turns[0]!.answers.a!.text = 'one two '
    answersJoin([aSnapshot(), 0], [later, 2])
    useConversation().open('c1')
    await settle()
    says(1, 'one ')
    says(3, 'three')
    await settle()
    expect(joins()).toBe(2)
    expect(textOfA()).toBe('one two three')
  })

  it('joins again whenever the connection is back', async () => {
    answersJoin([aSnapshot(), 0])
    useConversation().open('c1')
    await settle()
    fakeSocket.hear('connect')
    await settle()
    expect(joins()).toBe(2)
  })

  it('shows the key of a link that was opened while it asked already', async () => {
    fakeSocket.answers(async (event, payload) => {
      if (event !== 'conversation:join') return ok({})
      await new Promise((resolve) => setTimeout(resolve, 10))
      const { key } = payload as { key?: string }
      if (key !== 'new') return { ok: false, error: { code: 'not_found', message: '' } }
      return ok({ snapshot: aSnapshot({ role: 'juror' }), seq: 0, now: Date.now() })
    })
    const conversation = useConversation()
    conversation.open('c1')
    conversation.open('c1', 'new')
    await settle()
    expect(conversation).toMatchObject({ failure: null, snapshot: { role: 'juror' } })
    expect(joins()).toBe(2)
    // It has done its work.
    void conversation.refresh()
    expect(fakeSocket.sent.at(-1)?.payload.key).toBeUndefined()
  })

  it('flushes a hundred deltas of one animation frame at once', async () => {
    answersJoin([aSnapshot(), 0])
    useConversation().open('c1')
    await settle()
    for (let seq = 1; seq <= 100; seq += 1) says(seq, 'x')
    expect(textOfA()).toBe('')
    await settle()
    expect(textOfA()).toBe('x'.repeat(100))
  })

  it('does not hear another conversation', async () => {
    answersJoin([aSnapshot(), 0])
    useConversation().open('c1')
    await settle()
    fakeSocket.hear('answer:delta', {
      ...at(1),
      conversationId: 'c2',
      side: 'a',
      kind: 'text',
      text: 'foreign',
    })
    await settle()
    expect(textOfA()).toBe('')
  })

  describe('after its reveal', () => {
    const vote = { turn: 1, choice: 'a' as const, finalAt: 5, final: true }
    const sides = {
      a: { name: 'one', provider: 'demo' as const },
      b: { name: 'two', provider: 'demo' as const },
    }
    const before = aSnapshot({ vote: { ...vote, final: false } })
    const after = aSnapshot({ vote, sides, open: false })
    Object.assign(after.turns[0]!.answers.a!, { reasoning: 'Let me see.', finishReason: 'length' })
    const reveal = () =>
      fakeSocket.hear('conversation:revealed', { conversationId: 'c1', turn: 1, sides, vote })

    it('learns the reasoning and how the answers ended, which were held back until then', async () => {
      answersJoin([before, 0], [after, 0])
      useConversation().open('c1')
      await settle()
      reveal()
      expect(useConversation().snapshot).toMatchObject({ vote: { final: true }, sides })
      await settle()
      expect(joins()).toBe(2)
      expect(useConversation().snapshot?.turns[0]?.answers.a).toMatchObject({
        reasoning: 'Let me see.',
        finishReason: 'length',
      })
    })

    it('keeps the names when an older snapshot comes late, and asks for a newer one', async () => {
      const answers: ((reply: unknown) => void)[] = []
      fakeSocket.answers(() => new Promise((resolve) => answers.push(resolve)))
      const say = async (snapshot: Snapshot) => {
        answers.shift()!(ok({ snapshot: structuredClone(snapshot), seq: 0, now: Date.now() }))
        await settle()
      }
      useConversation().open('c1')
      reveal()
      await settle()
      await say(before)
      expect(useConversation().snapshot).toMatchObject({
        open: false,
        vote: { final: true },
        sides: { a: { name: 'one' } },
      })
      await say(after)
      expect(useConversation().snapshot?.turns[0]?.answers.a?.reasoning).toBe('Let me see.')
      expect(joins()).toBe(2)
    })
  })

  it('says why it cannot be shown', async () => {
    fakeSocket.answers(() => ({ ok: false, error: { code: 'not_found', message: '' } }))
    useConversation().open('c1')
    await settle()
    expect(useConversation().failure?.code).toBe('not_found')
    expect(useConversation().snapshot).toBeNull()
  })

  it('forgets all of it when another one is opened', async () => {
    answersJoin([aSnapshot(), 0], [aSnapshot({ conversationId: 'c2', title: 'Second' }), 0])
    useConversation().open('c1')
    await settle()
    useConversation().open('c2')
    expect(useConversation().snapshot).toBeNull()
    says(1, 'of the first')
    await settle()
    expect(useConversation().snapshot?.title).toBe('Second')
    expect(textOfA()).toBe('')
  })

  it('shows a prompt on its way until the server has made a turn of it', async () => {
    answersJoin([aSnapshot(), 0])
    const conversation = useConversation()
    conversation.open('c1')
    await settle()
    conversation.pending = {
      mode: 'battle',
      turn: 2,
      images: [],
      text: 'And at dusk?',
      createdAt: 7,
    }
    expect(conversation.turns.map(({ text }) => text)).toEqual([
      'Why is the sky blue?',
      'And at dusk?',
    ])
    fakeSocket.hear('turn:started', {
      ...at(1),
      turn: 2,
      text: 'And at dusk?',
      images: [],
      createdAt: 8,
    })
    await settle()
    expect(conversation.turns).toHaveLength(2)
    expect(conversation.turns[1]?.createdAt).toBe(8)
  })

  it('asks for the figures when a turn with named models is done', async () => {
    answersJoin([aSnapshot({ mode: 'direct' }), 0], [aSnapshot({ mode: 'direct' }), 1])
    useConversation().open('c1')
    await settle()
    fakeSocket.hear('turn:done', { ...at(1), votable: false })
    await settle()
    expect(joins()).toBe(2)
  })

  it('asks again when nothing more is heard of an answer on its way, and rests once all is said', async () => {
    const said = aSnapshot({ votable: true })
    for (const answer of Object.values(said.turns[0]!.answers)) answer.status = 'done'
    answersJoin([aSnapshot(), 0], [said, 9])
    useConversation().open('c1')
    await settle()
    expect(joins()).toBe(1)
    await vi.advanceTimersByTimeAsync(14_000)
    expect(joins()).toBe(2)
    expect(useConversation().snapshot?.turns[0]?.answers.a?.status).toBe('done')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(joins()).toBe(2)
  })

  it('asks again when the page comes back, and replaces a connection that does not answer', async () => {
    answersJoin([aSnapshot(), 0])
    useConversation().open('c1')
    await settle()
    fakeSocket.answers(() => {
      throw new Error('operation has timed out')
    })
    window.dispatchEvent(new Event('online'))
    await settle()
    expect(joins()).toBe(2)
    expect(fakeSocket.calls).toEqual(['disconnect', 'connect'])
  })

  it('shows nothing any more of what this browser may no longer see', async () => {
    answersJoin([aSnapshot(), 0])
    useConversation().open('c1')
    await settle()
    fakeSocket.answers(() => ({ ok: false, error: { code: 'not_found', message: '' } }))
    fakeSocket.hear('connect')
    await settle()
    expect(useConversation()).toMatchObject({ snapshot: null, failure: { code: 'not_found' } })
  })

  it('shows the key of a link until the door is open, and never again', async () => {
    const keys = () =>
      fakeSocket.sent
        .filter(({ event }) => event === 'conversation:join')
        .map(({ payload }) => payload.key)
    fakeSocket.answers(() => {
      throw new Error('operation has timed out')
    })
    useConversation().open('c1', 'secret')
    await settle()
    answersJoin([aSnapshot({ role: 'juror' }), 0])
    fakeSocket.hear('connect')
    await settle()
    fakeSocket.hear('connect')
    await settle()
    expect(new Set(keys().slice(0, -1))).toEqual(new Set(['secret']))
    expect(keys().at(-1)).toBeUndefined()
  })

  it('takes in who is here and how the room has voted, and asks anew when it is somebody else', async () => {
    answersJoin([aSnapshot({ role: 'juror' }), 0])
    useConversation().open('c1')
    await settle()
    const state = { conversationId: 'c1', votable: true, role: 'juror' }
    fakeSocket.hear('conversation:changed', { ...state, presence: 3, tally: { a: 2 } })
    expect(useConversation().snapshot).toMatchObject({ presence: 3, tally: { a: 2 } })
    expect(joins()).toBe(1)
    fakeSocket.hear('conversation:changed', { ...state, presence: 2, role: 'reader' })
    await settle()
    fakeSocket.hear('conversation:changed', { ...state, presence: 0, role: undefined })
    await settle()
    expect(joins()).toBe(3)
  })

  it('binds nothing that it does not unbind', () => {
    expect(fakeSocket.listeners()).toBeGreaterThan(0)
    stop()
    expect(fakeSocket.listeners()).toBe(0)
  })
})
