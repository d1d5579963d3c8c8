import type { ParameterName } from '#server/provider/parameter-name'
import { describe, expect, it } from 'vitest'
import { blamedParameters, blamesValue, wireParameters } from '#server/provider/upstream/parameters'

const ALL = { temperature: 0, topP: 0.5, maxTokens: 10 }

describe('the parameters of a request', () => {
  it('are those that are set, zero included', () => {
    expect(wireParameters({})).toEqual({})
    expect(wireParameters({ temperature: 0 })).toEqual({ temperature: 0 })
    expect(wireParameters(ALL)).toEqual({ temperature: 0, top_p: 0.5, max_tokens: 10 })
  })

  it('leave out what the model rejects', () => {
    const rejected = new Set<ParameterName>(['temperature', 'max_tokens'])
    expect(wireParameters(ALL, rejected)).toEqual({ top_p: 0.5 })
  })

  it('spell the longest answer in the first way that is not rejected', () => {
    const names: ParameterName[] = ['max_completion_tokens', 'max_tokens']
    const spelled = (...rejected: ParameterName[]) =>
      wireParameters({ maxTokens: 10 }, new Set(rejected), names)
    expect(spelled()).toEqual({ max_completion_tokens: 10 })
    expect(spelled('max_completion_tokens')).toEqual({ max_tokens: 10 })
    expect(spelled('max_completion_tokens', 'max_tokens')).toEqual({})
  })
})

describe('the parameter that an error blames', () => {
  const sent: ParameterName[] = ['temperature', 'top_p', 'max_tokens']

  it.each<[string, ParameterName[]]>([
    ["Unsupported value: 'temperature' does not support 0.7 with this model.", ['temperature']],
    ['`temperature` and `top_p` cannot both be specified for this model.', ['top_p']],
    ['`top_p` is deprecated for this model.', ['top_p']],
    ['Unknown name "topP" at \'generation_config\'', ['top_p']],
    [
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      ['max_tokens'],
    ],
    ['it has a maxOutputTokens value of 100000', ['max_tokens']],
    ['temperature, top_p: Extra inputs are not permitted', ['temperature', 'top_p']],
    ['messages: roles must alternate', []],
    ['the temperatures of Mars', []],
  ])('%s', (message, blamed) => {
    expect(blamedParameters(message, sent)).toEqual(blamed)
  })

  it('is only one that was sent', () => {
    expect(blamedParameters('temperature is not supported', ['top_p'])).toEqual([])
    expect(blamedParameters('max_tokens is too large', ['max_completion_tokens'])).toEqual([
      'max_completion_tokens',
    ])
  })
})

describe('an error that dislikes a value', () => {
  it.each([
    ['temperature: Input should be less than or equal to 1', true],
    ['max_tokens is too large: 100000. This model supports at most 16384 tokens', true],
    ['max_tokens: 64000 > 8192, which is the maximum allowed number of output tokens', true],
    ['temperature must be in the range [0, 1]', true],
    [
      "Unsupported value: 'temperature' does not support 0.7. Only the default (1) is supported.",
      false,
    ],
    ['`temperature` is deprecated for this model.', false],
    ["'max_tokens' is not supported with this model.", false],
  ])('%s: %s', (message, expected) => {
    expect(blamesValue(message)).toBe(expected)
  })
})
