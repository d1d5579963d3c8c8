import { describe, expect, it } from 'vitest'
import { anthropicFinishReason } from '#server/provider/anthropic/finish-reason'
import { geminiFinishReason } from '#server/provider/gemini/finish-reason'
import { mistralFinishReason } from '#server/provider/mistral/finish-reason'
import { openaiFinishReason } from '#server/provider/openai/finish-reason'

const TABLES = [
  {
    api: 'openai',
    map: openaiFinishReason,
    rows: {
      stop: 'stop',
      length: 'length',
      content_filter: 'content_filter',
      tool_calls: 'tool',
      function_call: 'tool',
      eos: 'other',
      error: undefined,
    },
  },
  {
    api: 'anthropic',
    map: anthropicFinishReason,
    rows: {
      end_turn: 'stop',
      stop_sequence: 'stop',
      max_tokens: 'length',
      model_context_window_exceeded: 'length',
      refusal: 'content_filter',
      tool_use: 'tool',
      pause_turn: 'other',
    },
  },
  {
    api: 'gemini',
    map: geminiFinishReason,
    rows: {
      STOP: 'stop',
      MAX_TOKENS: 'length',
      SAFETY: 'content_filter',
      RECITATION: 'content_filter',
      BLOCKLIST: 'content_filter',
      PROHIBITED_CONTENT: 'content_filter',
      SPII: 'content_filter',
      IMAGE_SAFETY: 'content_filter',
      MALFORMED_FUNCTION_CALL: 'tool',
      UNEXPECTED_TOOL_CALL: 'tool',
      LANGUAGE: 'other',
      OTHER: 'other',
      FINISH_REASON_UNSPECIFIED: 'other',
    },
  },
  {
    api: 'mistral',
    map: mistralFinishReason,
    rows: {
      stop: 'stop',
      length: 'length',
      model_length: 'length',
      content_filter: 'content_filter',
      tool_calls: 'tool',
      something_new: 'other',
      error: undefined,
    },
  },
]

describe.each(TABLES)('why a model stopped, $api', ({ map, rows }) => {
  it.each(Object.entries(rows))('%s is %s', (reason, expected) => {
    expect(map(reason)).toBe(expected)
  })

  it('is not known while it goes on', () => {
    expect(map(null)).toBeUndefined()
    expect(map(undefined)).toBeUndefined()
  })

  it('never comes from the prototype of the table', () => {
    expect(map('constructor')).toBe('other')
  })
})
