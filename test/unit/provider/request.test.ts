import { describe, expect, it } from 'vitest'
import { anthropicBody, anthropicParameters } from '#server/provider/anthropic/request'
import { geminiBody, geminiParameters } from '#server/provider/gemini/request'
import { mistralBody, mistralParameters } from '#server/provider/mistral/request'
import type { AnswerRequest } from '#server/provider/model-provider'
import { openaiBody, openaiParameters } from '#server/provider/openai/request'
import { aRequest } from '../../support/answer-requests.js'

const MAPPINGS: [api: string, toBody: (request: AnswerRequest) => object, body: object][] = [
  [
    'openai',
    (request) => openaiBody(request, openaiParameters(request)),
    {
      model: 'upstream-model',
      messages: [{ role: 'user', content: 'Why is the sky blue?' }],
      stream: true,
      stream_options: { include_usage: true },
    },
  ],
  [
    'anthropic',
    (request) => anthropicBody(request, anthropicParameters(request)),
    {
      model: 'upstream-model',
      max_tokens: 4096,
      messages: [{ role: 'user', content: 'Why is the sky blue?' }],
      stream: true,
    },
  ],
  [
    'gemini',
    (request) => geminiBody(request, geminiParameters(request)),
    {
      contents: [{ role: 'user', parts: [{ text: 'Why is the sky blue?' }] }],
      generationConfig: {},
    },
  ],
  [
    'mistral',
    (request) => mistralBody(request, mistralParameters(request)),
    {
      model: 'upstream-model',
      messages: [{ role: 'user', content: 'Why is the sky blue?' }],
    },
  ],
]

describe('the body of a plain question', () => {
  it.each(MAPPINGS)('%s: nothing that was not asked for', (_api, toBody, body) => {
    expect(JSON.parse(JSON.stringify(toBody(aRequest())))).toEqual(body)
  })

  it.each(MAPPINGS)('%s: no system prompt where it is empty', (_api, toBody, body) => {
    const request = aRequest({}, { systemPrompt: '' })
    expect(JSON.parse(JSON.stringify(toBody(request)))).toEqual(body)
  })
})

it('anthropic is told a longest answer where nobody has set one', () => {
  const request = aRequest({ usualMaxTokens: 32_000 })
  const body = (parameters: AnswerRequest['parameters']) => {
    const asked = { ...request, parameters }
    return anthropicBody(asked, anthropicParameters(asked))
  }
  expect(body({}).max_tokens).toBe(32_000)
  expect(body({ maxTokens: 500 }).max_tokens).toBe(500)
})

describe('the longest answer, at openai', () => {
  const parametersAt = (apiBase: string | undefined, rejected: AnswerRequest['rejected']) =>
    openaiParameters(aRequest({ apiBase }, { parameters: { maxTokens: 9 }, rejected }))

  it.each([
    [undefined, { max_completion_tokens: 9 }],
    ['https://api.openai.com/v1', { max_completion_tokens: 9 }],
    ['https://eu.api.openai.com/v1', { max_completion_tokens: 9 }],
    ['http://localhost:11434/v1', { max_tokens: 9 }],
    ['https://openrouter.ai/api/v1', { max_tokens: 9 }],
  ])('at %s', (apiBase, expected) => {
    expect(parametersAt(apiBase, undefined)).toEqual(expected)
  })

  it('takes the other spelling after a rejection', () => {
    const local = 'http://localhost:11434/v1'
    expect(parametersAt(local, new Set(['max_tokens']))).toEqual({ max_completion_tokens: 9 })
    expect(parametersAt(undefined, new Set(['max_completion_tokens']))).toEqual({ max_tokens: 9 })
  })
})

describe('the body of a question with a picture', () => {
  const data = Buffer.from('pixels')
  const base64 = data.toString('base64')
  const image = { mediaType: 'image/png' as const, data, width: 2, height: 2 }
  const request = (imageIds: string[]) =>
    aRequest(
      {},
      {
        messages: [{ role: 'user', text: 'What is it?', imageIds }],
        images: new Map([['known', image]]),
      },
    )
  const FORMS: Record<string, (text: string) => object> = {
    openai: (text) => ({
      role: 'user',
      content: [
        { type: 'text', text },
        { type: 'image_url', image_url: { url: `data:image/png;base64,${base64}` } },
      ],
    }),
    mistral: (text) => ({
      role: 'user',
      content: [
        { type: 'text', text },
        { type: 'image_url', imageUrl: `data:image/png;base64,${base64}` },
      ],
    }),
    anthropic: (text) => ({
      role: 'user',
      content: [
        { type: 'image', source: { type: 'base64', media_type: 'image/png', data: base64 } },
        { type: 'text', text },
      ],
    }),
    gemini: (text) => ({
      role: 'user',
      parts: [{ inlineData: { mimeType: 'image/png', data: base64 } }, { text }],
    }),
  }
  const only = (body: object) => {
    const { messages, contents } = body as { messages?: object[]; contents?: object[] }
    return (messages ?? contents)?.[0]
  }

  it.each(MAPPINGS)('%s: in its own form', (api, toBody) => {
    expect(only(toBody(request(['known'])))).toEqual(FORMS[api]!('What is it?'))
  })

  it.each(MAPPINGS)('%s: a picture that is gone is told of', (api, toBody) => {
    const text = 'What is it?\n\n[1 earlier picture(s) left out]'
    expect(only(toBody(request(['gone', 'known'])))).toEqual(FORMS[api]!(text))
  })
})
