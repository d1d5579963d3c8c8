import { describe, expect, it } from 'vitest'
import { CLIENT_EVENTS, type ClientEvent } from '#shared/protocol/index'
import { EVENT_RULES } from '../../support/authorization/event-rules.js'

const EVENTS = Object.keys(CLIENT_EVENTS) as ClientEvent[]
const payloadOf = (event: ClientEvent) => EVENT_RULES[event]!.payload('AAAAAAAAAAAAAAAAAAAAAA')

describe('the payload of an event', () => {
  it.each(EVENTS)('%s holds what is known and nothing else', (event) => {
    const payload = payloadOf(event)
    expect(CLIENT_EVENTS[event].safeParse(payload).success).toBe(true)
    for (const extra of ['role', 'voterId', 'constructor', 'model']) {
      expect(CLIENT_EVENTS[event].safeParse({ ...payload, [extra]: 'x' }).success).toBe(false)
    }
    const polluting = JSON.parse(`{"__proto__": {"admin": true}}`) as object
    expect(CLIENT_EVENTS[event].safeParse({ ...payload, polluting }).success).toBe(false)
  })

  it.each<[ClientEvent, object, object]>([
    [
      'conversation:start',
      { mode: 'direct', models: ['m'], parameters: { temperature: 1 } },
      { mode: 'direct', models: ['m'], parameters: { temperature: 1, seed: 1 } },
    ],
    ['vote:annotate', { reasons: { a: [] } }, { reasons: { a: [], c: [] } }],
  ])('%s is as strict inside', (event, fine, extra) => {
    expect(CLIENT_EVENTS[event].safeParse({ ...payloadOf(event), ...fine }).success).toBe(true)
    expect(CLIENT_EVENTS[event].safeParse({ ...payloadOf(event), ...extra }).success).toBe(false)
  })
})
