import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { command, request } from '../../../../client/src/lib/request.js'
import { fakeSocket, ok } from '../stores/fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

const silence = () => Promise.reject(new Error('operation has timed out'))
const stop = { conversationId: 'c1' }

beforeEach(() => fakeSocket.reset())

describe('a request', () => {
  it('brings back what the server acknowledged, be it a refusal', async () => {
    fakeSocket.answers(() => ({ ok: false, error: { code: 'not_found', message: 'Gone.' } }))
    expect(await request('conversation:join', stop)).toEqual({
      ok: false,
      error: { code: 'not_found', message: 'Gone.' },
    })
  })

  it('asks once more when the acknowledgement got lost', async () => {
    let asked = 0
    fakeSocket.answers(() => (++asked === 1 ? silence() : ok({})))
    expect(await request('conversation:leave', stop)).toEqual(ok({}))
    expect(fakeSocket.sent).toHaveLength(2)
  })

  it('tells a silent server from a lost connection, and throws for neither', async () => {
    fakeSocket.answers(silence)
    expect(await request('conversation:leave', stop)).toMatchObject({
      error: { code: 'no_answer' },
    })
    fakeSocket.connected = false
    expect(await request('conversation:leave', stop)).toMatchObject({ error: { code: 'offline' } })
  })
})

describe('a command', () => {
  const ids = () => fakeSocket.sent.map(({ payload }) => payload.commandId)

  it('keeps its id until it is answered, so that it happens once', async () => {
    fakeSocket.answers(silence)
    await command('turn:stop', stop)
    fakeSocket.answers(() => ok({}))
    await command('turn:stop', stop)
    expect(new Set(ids()).size).toBe(1)
    expect(ids()).toHaveLength(3)
  })

  it('is a new one after an answer, after a refusal, and with other words', async () => {
    fakeSocket.answers(() => ok({}))
    await command('turn:stop', stop)
    fakeSocket.answers(() => ({ ok: false, error: { code: 'rate_limited', message: '' } }))
    await command('turn:stop', stop)
    await command('turn:stop', stop)
    await command('turn:stop', { conversationId: 'c2' })
    expect(new Set(ids()).size).toBe(4)
  })

  describe('that nobody answered', () => {
    const goOn = { conversationId: 'c1', text: 'continue' }
    const unheard = (basis?: unknown) => {
      fakeSocket.answers(silence)
      return command('conversation:continue', goOn, basis)
    }
    const again = async (basis?: unknown) => {
      fakeSocket.answers(() => ok({ turn: 2 }))
      await command('conversation:continue', goOn, basis)
      return ids().at(-1) === ids()[0]
    }

    beforeEach(() => vi.useFakeTimers())
    afterEach(() => vi.useRealTimers())

    it('is repeated while the page knows of nothing that has changed', async () => {
      await unheard(2)
      expect(await again(2)).toBe(true)
    })

    it('is not repeated by the same words after it was seen to be carried out', async () => {
      await unheard(2)
      expect(await again(3)).toBe(false)
    })

    it('is not repeated by a vote that goes back to it', async () => {
      const vote = (choice: 'a' | 'b') =>
        command('vote:cast', { conversationId: 'c1', turn: 1, choice })
      fakeSocket.answers(silence)
      await vote('a')
      fakeSocket.answers(() => ok({}))
      await vote('b')
      await vote('a')
      expect(ids().at(-1)).not.toBe(ids()[0])
    })

    it('is not repeated after two minutes', async () => {
      await unheard()
      vi.advanceTimersByTime(119_000)
      await unheard()
      vi.advanceTimersByTime(120_000)
      expect(new Set(ids()).size).toBe(1)
      expect(await again()).toBe(false)
    })
  })

  it('has an id of 128 random bits, on plain http too', async () => {
    fakeSocket.answers(() => ok({}))
    await command('turn:stop', stop)
    expect(ids()[0]).toMatch(/^[0-9a-f]{32}$/)
  })
})
