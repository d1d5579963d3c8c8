import { describe, expect, it } from 'vitest'
import { anthropicDelta } from '#server/provider/anthropic/stream'
import { geminiDelta } from '#server/provider/gemini/stream'
import { mistralDelta } from '#server/provider/mistral/stream'
import { openaiDelta } from '#server/provider/openai/stream'
import type { Delta } from '#server/provider/upstream/read-answer'

/** What a chunk says, without what it leaves open. */
const said = (delta: Delta): unknown => JSON.parse(JSON.stringify(delta))

type Row = [what: string, chunk: unknown, delta: Delta]

describe('a chunk of openai', () => {
  const choice = (delta: object, finish_reason: string | null = null) => ({
    choices: [{ index: 0, delta, finish_reason }],
  })

  it.each<Row>([
    ['the role', choice({ role: 'assistant', content: '' }), { text: '' }],
    ['text', choice({ content: 'Hi' }), { text: 'Hi' }],
    ['no text', choice({ content: null }), {}],
    ['a refusal', choice({ refusal: 'I cannot.' }), { text: 'I cannot.' }],
    ['reasoning of vLLM', choice({ reasoning_content: 'Hm' }), { reasoning: 'Hm' }],
    [
      'reasoning of OpenRouter',
      choice({ reasoning: 'Hm', content: '' }),
      { reasoning: 'Hm', text: '' },
    ],
    [
      'reasoning under both names',
      choice({ reasoning_content: 'Hm', reasoning: 'Hm' }),
      { reasoning: 'Hm' },
    ],
    ['both at once', choice({ reasoning: 'Hm', content: 'Hi' }), { reasoning: 'Hm', text: 'Hi' }],
    ['the finish', choice({}, 'length'), { finish: 'length' }],
    ['text with the finish', choice({ content: '.' }, 'stop'), { text: '.', finish: 'stop' }],
    [
      'token counts',
      {
        choices: [],
        usage: {
          prompt_tokens: 1,
          completion_tokens: 2,
          total_tokens: 3,
          completion_tokens_details: { reasoning_tokens: 1 },
        },
      },
      { usage: { inputTokens: 1, outputTokens: 2, reasoningTokens: 1 } },
    ],
    ['a sign of life', {}, {}],
    [
      'a choice without a delta',
      { choices: [{ index: 0, finish_reason: 'stop' }] },
      { finish: 'stop' },
    ],
  ])('%s', (_what, chunk, delta) => {
    expect(said(openaiDelta(chunk as never))).toEqual(delta)
  })
})

describe('an event of anthropic', () => {
  const delta = (content: object) => ({ type: 'content_block_delta', index: 0, delta: content })

  it.each<Row>([
    [
      'the beginning',
      {
        type: 'message_start',
        message: {
          usage: {
            input_tokens: 5,
            cache_read_input_tokens: 10,
            cache_creation_input_tokens: 20,
            output_tokens: 1,
          },
        },
      },
      { usage: { inputTokens: 35, outputTokens: 1 } },
    ],
    ['the beginning without counts', { type: 'message_start', message: {} }, { usage: {} }],
    [
      'a block that begins with text',
      { type: 'content_block_start', content_block: { type: 'text', text: 'A' } },
      { text: 'A' },
    ],
    [
      'a block of thinking',
      { type: 'content_block_start', content_block: { type: 'thinking', thinking: '' } },
      {},
    ],
    ['text', delta({ type: 'text_delta', text: 'Hi' }), { text: 'Hi' }],
    ['thinking', delta({ type: 'thinking_delta', thinking: 'Hm' }), { reasoning: 'Hm' }],
    ['a signature', delta({ type: 'signature_delta', signature: 'x' }), {}],
    [
      'the finish',
      {
        type: 'message_delta',
        delta: { stop_reason: 'end_turn' },
        usage: { output_tokens: 9, output_tokens_details: { thinking_tokens: 4 } },
      },
      { finish: 'stop', usage: { outputTokens: 9, reasoningTokens: 4 } },
    ],
    ['the end', { type: 'message_stop' }, {}],
    ['something new', { type: 'message_confetti' }, {}],
  ])('%s', (_what, event, expected) => {
    expect(said(anthropicDelta(event as never))).toEqual(expected)
  })
})

describe('a chunk of gemini', () => {
  const candidate = (parts: object[], more: object = {}) => ({
    candidates: [{ index: 0, content: { role: 'model', parts }, ...more }],
  })

  it.each<Row>([
    ['text', candidate([{ text: 'Hi' }]), { text: 'Hi' }],
    ['text in parts', candidate([{ text: 'Hi ' }, { text: 'you' }]), { text: 'Hi you' }],
    ['a thought', candidate([{ text: 'Hm', thought: true }]), { reasoning: 'Hm' }],
    [
      'a thought and text',
      candidate([{ text: 'Hm', thought: true }, { text: 'Hi' }]),
      { reasoning: 'Hm', text: 'Hi' },
    ],
    ['a part of another kind', candidate([{ functionCall: { name: 'f', args: {} } }]), {}],
    [
      'the finish',
      { candidates: [{ index: 0, finishReason: 'MAX_TOKENS' }] },
      { finish: 'length' },
    ],
    [
      'a refused prompt',
      { promptFeedback: { blockReason: 'SAFETY' } },
      { finish: 'content_filter' },
    ],
    [
      'token counts',
      { usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 4, thoughtsTokenCount: 5 } },
      { usage: { inputTokens: 3, outputTokens: 9, reasoningTokens: 5 } },
    ],
    [
      'the count of thoughts that came to no answer',
      { usageMetadata: { promptTokenCount: 5, thoughtsTokenCount: 3000 } },
      { usage: { inputTokens: 5, outputTokens: 3000, reasoningTokens: 3000 } },
    ],
    [
      'the count of the prompt',
      { usageMetadata: { promptTokenCount: 3 } },
      { usage: { inputTokens: 3 } },
    ],
    ['a sign of life', {}, {}],
  ])('%s', (_what, chunk, expected) => {
    expect(said(geminiDelta(chunk as never))).toEqual(expected)
  })
})

describe('an event of mistral', () => {
  const event = (content: unknown, finishReason: string | null = null, usage?: object) => ({
    data: { choices: [{ index: 0, delta: { content }, finishReason }], usage },
  })

  it.each<Row>([
    ['text', event('Hi'), { text: 'Hi' }],
    ['nothing', event(null), {}],
    [
      'text as a list',
      event([
        { type: 'text', text: 'Hi ' },
        { type: 'text', text: 'you' },
      ]),
      { text: 'Hi you' },
    ],
    [
      'thinking',
      event([
        {
          type: 'thinking',
          thinking: [
            { type: 'text', text: 'H' },
            { type: 'text', text: 'm' },
          ],
        },
      ]),
      { reasoning: 'Hm' },
    ],
    [
      'a thought about a source',
      event([{ type: 'thinking', thinking: [{ type: 'reference', referenceIds: [1] }] }]),
      { reasoning: '' },
    ],
    ['the finish', event('', 'model_length'), { text: '', finish: 'length' }],
    [
      'token counts',
      event('', 'stop', { promptTokens: 1, completionTokens: 2, totalTokens: 3 }),
      { text: '', finish: 'stop', usage: { inputTokens: 1, outputTokens: 2 } },
    ],
    ['no choice', { data: { choices: [] } }, {}],
  ])('%s', (_what, chunk, expected) => {
    expect(said(mistralDelta(chunk as never))).toEqual(expected)
  })
})
