import fc from 'fast-check'
import { getGlobalDispatcher, setGlobalDispatcher, type Dispatcher } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installDispatcher } from '#server/provider/http-dispatcher'
import { ANSWER_ERROR_CODES } from '#shared/error-codes'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Reply } from '../../support/fake-upstream/script.js'
import { ADAPTERS } from './adapters.js'
import { holds } from '../../support/holds.js'

/** `FUZZ_RUNS=2500 npx vitest …` makes it 10,000 streams over the four APIs. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 60)

/** What every reader of a stream of events has to pass over. */
const HARMLESS = [': a comment\n\n', ':\r\n\r\n', 'retry: 1\n\n', 'id: 7\n', ': one\n: two\n\n']

const junk = fc.oneof(
  fc.constantFrom(...HARMLESS),
  fc.constantFrom(
    '\0\0\0',
    '\ufeff',
    'data:\n\n',
    'data: \r\n\r\n',
    'data: [DONE]\n\n',
    'data: null\n\n',
    'data: 7\n\n',
    'data: []\n\n',
    'data: {"choices":[{}]}\n\n',
    'data: {"choices":null,"candidates":null,"type":null}\n\n',
    'data: {"error":{"message":"canary","code":"canary"}}\n\n',
    'event: error\ndata: {"type":"error","error":{}}\n\n',
    'data: {"a":\ndata: 1}\n\n',
    '<html><body>Bad gateway</body></html>',
    `data: ${'x'.repeat(1_200_000)}`,
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
)
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('\0', '\u2028', '\u2029', ' '),
)

const said = {
  text: fc.array(piece, { maxLength: 6 }),
  reasoning: fc.array(piece, { maxLength: 3 }),
  flood: fc.record({ piece: fc.constant(() => 'la '), times: fc.constantFrom(1, 150) }),
  writeBytes: fc.integer({ min: 200, max: 900 }),
  duplicate: fc.nat(3),
}

const soundReply: fc.Arbitrary<Reply> = fc.record(
  {
    ...said,
    // Fewer than an answer that goes round in circles is ended after.
    flood: fc.record({ piece: fc.constant(() => 'la '), times: fc.constantFrom(1, 20) }),
    garbage: fc.record({ after: fc.nat(4), bytes: fc.constantFrom(...HARMLESS) }),
    writeBytes: fc.integer({ min: 20, max: 900 }),
    raw: fc.boolean(),
    tight: fc.boolean(),
  },
  { requiredKeys: [] },
)

const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    ...said,
    finish: fc.constantFrom('stop' as const, 'length' as const, 'filter' as const),
    cut: fc.record({
      after: fc.nat(4),
      by: fc.constantFrom('fin' as const, 'reset' as const, 'error' as const),
    }),
    garbage: fc.record({ after: fc.nat(4), bytes: junk }),
    status: fc.constantFrom(200, 204, 302, 400, 401, 409, 429, 500, 503, 599),
    body: fc.constantFrom('', '{', 'null', '<html>', 'data: {}\n\n'),
    instead: fc.constantFrom('reset' as const, 'html' as const),
  },
  { requiredKeys: [] },
)

/** Written from the reply, so that no parser of ours has a part in it. */
function soundText({ text = [], reasoning = [], duplicate = -1, flood }: Reply): string {
  const read = text.map((each, at) => (at + reasoning.length === duplicate ? each + each : each))
  return read.join('') + 'la '.repeat(flood?.times ?? 0)
}

describe.each(ADAPTERS)('$api and an upstream that says anything at all', ({ api, provider }) => {
  let upstream: FakeUpstream
  let installed: Dispatcher
  const before = getGlobalDispatcher()
  beforeAll(async () => {
    installed = installDispatcher({})
    await provider.prepare()
    upstream = await startFakeUpstream()
  })
  afterAll(async () => {
    setGlobalDispatcher(before)
    await installed.destroy()
    await upstream.close()
  })

  const ask = (reply: Reply) => {
    upstream.script(() => reply)
    const request = aRequest({ provider: api, apiBase: upstream.url })
    return readToEnd((hear) => provider.answer(request, AbortSignal.timeout(8_000), hear))
  }

  it(
    'reads a sound stream to the last word, whatever there is to be passed over',
    async () => {
      await holds(
        `sound-streams-${api}`,
        fc.asyncProperty(soundReply, async (reply) => {
          expect((await ask(reply)).text).toBe(soundText(reply))
        }),
        { runs: RUNS, moreAtNight: false },
      )
    },
    60_000 + RUNS * 2_000,
  )

  it(
    'ends with a proper end or with a failure of the closed list',
    async () => {
      await holds(
        `any-streams-${api}`,
        fc.asyncProperty(anyReply, async (reply) => {
          const read = await ask(reply)
          if (read.failure) {
            expect(ANSWER_ERROR_CODES).toContain(read.failure.code)
            expect(`${read.failure.stack}${String(read.failure.cause)}`).not.toContain('canary')
          } else {
            expect(read.events.at(-1)?.type).toBe('finish')
            expect(read.text.trim()).not.toBe('')
          }
        }),
        { runs: RUNS, moreAtNight: false },
      )
    },
    60_000 + RUNS * 2_000,
  )
})
