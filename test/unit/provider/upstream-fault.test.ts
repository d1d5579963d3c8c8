import { describe, expect, it } from 'vitest'
import {
  ParameterRejected,
  failureOf,
  networkCode,
  statusOfStreamError,
  type UpstreamFault,
} from '#server/provider/upstream/upstream-fault'

const fault = (overrides: Partial<UpstreamFault>): UpstreamFault => ({
  words: [],
  message: '',
  ...overrides,
})
const codeOf = (overrides: Partial<UpstreamFault>, opened = false) =>
  failureOf(fault(overrides), { opened, sent: [] }).code

describe('the failure that a fault means', () => {
  it.each([
    [undefined, 'model_unreachable'],
    [301, 'model_misconfigured'],
    [307, 'model_misconfigured'],
    [400, 'model_rejected'],
    [401, 'model_misconfigured'],
    [402, 'model_misconfigured'],
    [403, 'model_misconfigured'],
    [404, 'model_misconfigured'],
    [408, 'model_unreachable'],
    [409, 'model_busy'],
    [413, 'model_rejected'],
    [422, 'model_rejected'],
    [429, 'model_busy'],
    [500, 'model_unreachable'],
    [502, 'model_unreachable'],
    [503, 'model_unreachable'],
    [504, 'model_unreachable'],
    [529, 'model_busy'],
  ])('HTTP %s: %s', (status, code) => {
    expect(codeOf({ status })).toBe(code)
  })

  it('is a truncated answer when the answer had begun', () => {
    expect(codeOf({}, true)).toBe('answer_truncated')
    expect(codeOf({ status: 503 }, true)).toBe('model_unreachable')
  })

  it.each([
    ['API key not valid. Please pass a valid API key.', 'model_misconfigured'],
    ['API_KEY_INVALID', 'model_misconfigured'],
    ['Invalid model: mistral-huge', 'model_misconfigured'],
    ['The model `gpt-9` does not exist', 'model_misconfigured'],
    ['acme/x is not a valid model ID', 'model_misconfigured'],
    ['invalid_request_error content_filter The response was filtered', 'answer_filtered'],
    ['triggering Azure OpenAI’s content management policy', 'answer_filtered'],
    ['maximum context length is 8192 tokens', 'model_rejected'],
  ])('400 with "%s": %s', (message, code) => {
    expect(codeOf({ status: 400, message })).toBe(code)
  })

  it('names the parameters that the model could do without', () => {
    const rejected = failureOf(fault({ status: 400, message: 'temperature is not supported' }), {
      opened: false,
      sent: ['temperature', 'top_p'],
    })
    expect(rejected).toBeInstanceOf(ParameterRejected)
    expect(rejected).toMatchObject({ code: 'model_rejected', names: ['temperature'], always: true })
  })

  it('keeps how long to wait', () => {
    const busy = failureOf(fault({ status: 429, retryAfterMs: 70 }), { opened: false, sent: [] })
    expect(busy.retryAfterMs).toBe(70)
  })
})

describe('the cause of a failure', () => {
  const causeOf = (overrides: Partial<UpstreamFault>) =>
    (failureOf(fault(overrides), { opened: false, sent: [] }).cause as Error).message

  it('is status and identifiers', () => {
    expect(causeOf({ status: 401, words: ['invalid_api_key', null, undefined, 17] })).toBe(
      'HTTP 401 invalid_api_key',
    )
    expect(causeOf({ words: ['ECONNREFUSED', 'ECONNREFUSED'] })).toBe('no HTTP status ECONNREFUSED')
  })

  it.each(['sk-proj-Abc', 'abc123def456', 'llm.internal', 'a prompt', 'line\nbreak', ''])(
    'never has "%s" in it',
    (word) => {
      expect(causeOf({ status: 400, words: [word], message: word })).toBe('HTTP 400')
    },
  )
})

describe('an error inside a stream', () => {
  it.each([
    [[429], 429],
    [['502'], 502],
    [[undefined, 'overloaded_error'], 529],
    [[null, 'rate_limit_error'], 429],
    [['rate_limit_exceeded', 'invalid_request_error'], 429],
    [['something_new', undefined], 500],
    [[200], 500],
    [[], 500],
  ])('%j stands for %s', (hints, status) => {
    expect(statusOfStreamError(...hints)).toBe(status)
  })
})

describe('the code of a network error', () => {
  it('is found at the bottom of the causes', () => {
    const refused = Object.assign(new Error(), { code: 'ECONNREFUSED' })
    expect(networkCode(new Error('x', { cause: new Error('y', { cause: refused }) }))).toBe(
      'ECONNREFUSED',
    )
    expect(networkCode(refused)).toBe('ECONNREFUSED')
    expect(networkCode(new Error('x'))).toBeUndefined()
    expect(networkCode(undefined)).toBeUndefined()
  })
})
