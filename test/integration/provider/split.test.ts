import { afterEach, describe, expect, it, vi } from 'vitest'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'
import { WIRES } from '../../support/fake-upstream/wires.js'
import { ADAPTERS } from './adapters.js'

const TEXT = [
  'Grün ist die Heide. ',
  '短波散射更多。',
  '🙂👩‍👩‍👧 ',
  'Привет, мир! ',
  'שלום ',
  'e\u0301nd',
]

/** Answers every request with these bytes, in exactly these pieces. */
function answerIn(pieces: readonly Uint8Array[]): void {
  const body = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) if (piece.length > 0) controller.enqueue(piece)
        controller.close()
      },
    })
  const headers = { 'content-type': 'text/event-stream' }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body(), { headers })))
}

describe.each(ADAPTERS)('$api keeps every character', ({ api, provider }) => {
  afterEach(() => vi.unstubAllGlobals())

  const ask = async () => {
    const request = aRequest({ provider: api, apiBase: 'http://upstream.invalid' })
    return (await readToEnd((hear) => provider.answer(request, new AbortController().signal, hear)))
      .text
  }

  it('wherever the bytes of the stream are split', async () => {
    await provider.prepare()
    const { head, pieces, tail } = WIRES[api].frames({ text: TEXT }, 'm')
    const bytes = Buffer.from(head + pieces.join('') + tail)
    const text = TEXT.join('')
    const wrong: number[] = []
    for (let at = 0; at <= bytes.length; at += 1) {
      answerIn([bytes.subarray(0, at), bytes.subarray(at)])
      if ((await ask()) !== text) wrong.push(at)
    }
    expect(bytes.length).toBeGreaterThan(700)
    expect(wrong).toEqual([])
  }, 120_000)
})
