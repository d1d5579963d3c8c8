import { beforeEach, describe, expect, it, vi } from 'vitest'
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

  it('has an id of 128 random bits, on plain http too', async () => {
    fakeSocket.answers(() => ok({}))
    await command('turn:stop', stop)
    expect(ids()[0]).toMatch(/^[0-9a-f]{32}$/)
  })
})
