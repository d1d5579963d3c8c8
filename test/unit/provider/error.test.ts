import { APIError as AnthropicError } from '@anthropic-ai/sdk'
import { APIConnectionError, APIError as OpenaiError } from 'openai'
import { describe, expect, it } from 'vitest'
import { anthropicFault } from '#server/provider/anthropic/error'
import { GeminiStreamError, geminiFault } from '#server/provider/gemini/error'
import { mistralFault } from '#server/provider/mistral/error'
import { openaiFault } from '#server/provider/openai/error'

const cut = Object.assign(new TypeError('terminated'), {
  cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }),
})

describe('an error of openai', () => {
  it('inside a stream has the status of its code', () => {
    const inStream = new OpenaiError(undefined, { code: 502, message: 'x' }, undefined, undefined)
    expect(openaiFault(inStream).status).toBe(502)
  })

  it('inside a stream has the status of its type', () => {
    const body = { type: 'rate_limit_error', code: null, message: 'x' }
    expect(openaiFault(new OpenaiError(undefined, body, undefined, undefined)).status).toBe(429)
  })

  it('of the connection has none', () => {
    const refused = new APIConnectionError({ cause: cut })
    expect(openaiFault(refused)).toMatchObject({ status: undefined })
    expect(openaiFault(refused).words).toContain('UND_ERR_SOCKET')
  })

  it('brings the words by which quirks are recognised', () => {
    const body = {
      type: 'invalid_request_error',
      code: 'unsupported_value',
      message: 'temperature',
    }
    const fault = openaiFault(new OpenaiError(400, body, undefined, new Headers()))
    expect(fault.message).toMatch(/unsupported_value.*temperature/)
    expect(fault.words).toContain('unsupported_value')
  })
})

describe('an error of anthropic', () => {
  it('inside a stream has the status of its type', () => {
    const body = { type: 'error', error: { type: 'overloaded_error', message: 'x' } }
    const inStream = new AnthropicError(undefined, body, undefined, undefined, 'overloaded_error')
    expect(anthropicFault(inStream).status).toBe(529)
  })

  it('of the connection has none', () => {
    expect(anthropicFault(cut).status).toBeUndefined()
  })
})

describe('an error of gemini', () => {
  it('inside a stream has its code', () => {
    const inStream = new GeminiStreamError({ code: 503, status: 'UNAVAILABLE', message: 'x' })
    expect(geminiFault(inStream)).toMatchObject({ status: 503, words: ['UNAVAILABLE'] })
  })

  it('of the connection has none', () => {
    expect(
      geminiFault(new Error('[GoogleGenerativeAI Error]: fetch failed')).status,
    ).toBeUndefined()
  })
})

describe('an error of mistral', () => {
  it('has its status, its type and its body', () => {
    const body = '{"object":"error","message":"Invalid model: x","type":"invalid_model"}'
    const error = Object.assign(new Error(), { statusCode: 400, body, headers: new Headers() })
    expect(mistralFault(error)).toMatchObject({ status: 400, message: body })
    expect(mistralFault(error).words).toContain('invalid_model')
  })

  it('of the connection has none', () => {
    expect(mistralFault(cut).status).toBeUndefined()
  })
})
