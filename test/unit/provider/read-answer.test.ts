import { describe, expect, it } from 'vitest'
import { readAnswer, type Delta } from '#server/provider/upstream/read-answer'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd, type Answering } from '../../support/answers.js'

/** An upstream whose chunks are deltas already; an `Error` among them is thrown. */
const read =
  (chunks: (Delta | Error)[], signal = new AbortController().signal): Answering =>
  (hear) =>
    readAnswer<Delta>(
      {
        parameters: () => ({}),
        open: async () =>
          (async function* () {
            for (const chunk of chunks) {
              if (chunk instanceof Error) throw chunk
              yield chunk
            }
          })(),
        delta: (chunk) => chunk,
        fault: () => ({ words: [], message: '' }),
      },
      aRequest(),
      signal,
      hear,
    )

describe('the end of an answer', () => {
  it('is proper with text and a finish', async () => {
    const { events } = await readToEnd(read([{ text: 'Hi' }, { finish: 'stop' }]))
    expect(events).toEqual([
      { type: 'text', text: 'Hi' },
      { type: 'finish', reason: 'stop' },
    ])
  })

  it.each<[what: string, chunks: (Delta | Error)[], code: string]>([
    ['no chunk', [], 'answer_truncated'],
    ['no finish', [{ text: 'Hi' }], 'answer_truncated'],
    ['no text', [{ finish: 'stop' }], 'answer_empty'],
    ['only reasoning', [{ reasoning: 'Hm' }, { finish: 'length' }], 'answer_empty'],
    ['only blanks', [{ text: ' \n' }, { finish: 'stop' }], 'answer_empty'],
    ['a tool and no text', [{ finish: 'tool' }], 'answer_empty'],
    ['a filter and no text', [{ finish: 'content_filter' }], 'answer_filtered'],
    ['an error', [{ text: 'Hi' }, new Error()], 'answer_truncated'],
  ])('is none with %s', async (_what, chunks, code) => {
    expect((await readToEnd(read(chunks))).failure?.code).toBe(code)
  })

  it.each<[what: string, end: Delta | Error]>([
    ['was nothing but thoughts', { finish: 'length' }],
    ['was refused', { finish: 'content_filter' }],
    ['broke', new Error()],
  ])('has its usage told where it %s, since it may cost something too', async (_what, end) => {
    const usage = { inputTokens: 11, outputTokens: 4096 }
    const { events, failure } = await readToEnd(read([{ reasoning: 'Hm' }, { usage }, end]))
    expect(failure).toBeDefined()
    expect(events.at(-1)).toEqual({ type: 'usage', usage })
  })

  it('is proper though the connection stays open behind the finish, and brings the usage', async () => {
    const usage = { outputTokens: 2 }
    const chunks: Delta[] = [{ text: 'Hi', finish: 'stop' }, { usage }]
    const open = async () =>
      (async function* () {
        yield* chunks
        await new Promise(() => undefined)
      })()
    const upstream = { parameters: () => ({}), delta: (chunk: Delta) => chunk, open }
    const fault = () => ({ words: [], message: '' })
    const { signal } = new AbortController()
    const { events } = await readToEnd((hear) =>
      readAnswer({ ...upstream, fault }, aRequest(), signal, hear),
    )
    expect(events.slice(1)).toEqual([
      { type: 'usage', usage },
      { type: 'finish', reason: 'stop' },
    ])
  })

  it('is proper though the connection breaks behind the finish', async () => {
    const { finish, failure } = await readToEnd(read([{ text: 'Hi', finish: 'stop' }, new Error()]))
    expect(finish).toBe('stop')
    expect(failure).toBeUndefined()
  })

  it('has the token counts once, put together, without what was not told', async () => {
    const { events } = await readToEnd(
      read([
        { usage: { inputTokens: 3, outputTokens: 1 } },
        { text: 'Hi' },
        { usage: { inputTokens: undefined, outputTokens: 7 }, finish: 'stop' },
      ]),
    )
    expect(events.slice(1)).toEqual([
      { type: 'usage', usage: { inputTokens: 3, outputTokens: 7 } },
      { type: 'finish', reason: 'stop' },
    ])
  })

  it('comes without a word after an abort, though the SDK has more', async () => {
    const stop = new AbortController()
    const seen: string[] = []
    await read(
      [{ text: 'a' }, { text: 'b', finish: 'stop' }],
      stop.signal,
    )((event) => {
      seen.push(event.type)
      stop.abort()
    })
    expect(seen).toEqual(['text'])
  })
})
