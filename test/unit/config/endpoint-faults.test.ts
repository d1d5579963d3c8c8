import { describe, expect, it } from 'vitest'
import { parseEndpoints } from '#server/config/parse-endpoints'

function faultsOf(file: unknown, env: Record<string, string> = {}) {
  const parsed = parseEndpoints(typeof file === 'string' ? file : JSON.stringify(file), env)
  if (parsed.ok) throw new Error('the file was taken')
  return parsed.faults
}

describe('a fault', () => {
  const expected = (message: RegExp) => expect.stringMatching(message) as string

  it.each<[object, string, RegExp]>([
    [
      { api_type: 'closedai' },
      'gpt-4o.api_type',
      /^expected one of openai, anthropic_message, gemini, mistral$/,
    ],
    [{ api_type: 'demo' }, 'gpt-4o.api_type', /^expected one of/],
    [{ model_name: 4 }, 'gpt-4o.model_name', /^expected a text/],
    [{ model_name: ' ' }, 'gpt-4o.model_name', /not empty/],
    [{ api_base: 'localhost:8000' }, 'gpt-4o.api_base', /http:\/\/ or https:\/\//],
    [{ api_key: 12 }, 'gpt-4o.api_key', /^expected a text/],
    [{ anony_only: 'no' }, 'gpt-4o.anony_only', /true or false/],
    [{ 'text-arena': 1 }, 'gpt-4o.text-arena', /true or false/],
    [{ 'vision-arena': 'yes' }, 'gpt-4o.vision-arena', /true or false/],
    [{ recommended_config: [] }, 'gpt-4o.recommended_config', /an object/],
    [
      { recommended_config: { temperature: 3 } },
      'gpt-4o.recommended_config.temperature',
      /from 0 to 2/,
    ],
    [{ recommended_config: { top_p: '1' } }, 'gpt-4o.recommended_config.top_p', /from 0 to 1/],
    [
      { recommended_config: { max_new_tokens: 0.5 } },
      'gpt-4o.recommended_config.max_new_tokens',
      /whole/,
    ],
    [{ max_tokens: 0 }, 'gpt-4o.max_tokens', /whole number from 1/],
    [{ system_prompt: {} }, 'gpt-4o.system_prompt', /a text/],
    [{ weight: -1 }, 'gpt-4o.weight', /at least 0/],
    [{ weight: '1' }, 'gpt-4o.weight', /a number/],
    [{ currency: '¥' }, 'gpt-4o.currency', /three letters/],
    [{ currency: 'dollars' }, 'gpt-4o.currency', /three letters/],
    [{ input_price: -1 }, 'gpt-4o.input_price', /at least 0/],
    [{ link: 'javascript:alert(1)' }, 'gpt-4o.link', /http:\/\/ or https:\/\//],
    [{ context_window: 0 }, 'gpt-4o.context_window', /whole number/],
    [{ timeouts: { stall_ms: -1 } }, 'gpt-4o.timeouts.stall_ms', /whole number from 1/],
    [{ headers: { 'a b': 'x' } }, 'gpt-4o.headers.a b', /name of an HTTP header/],
    [{ headers: { A: 'x\r\nB: y' } }, 'gpt-4o.headers.A', /without line breaks/],
    [{ extra_body: 'x' }, 'gpt-4o.extra_body', /an object/],
    [{ aliases: ['a', 7] }, 'gpt-4o.aliases[1]', /a text/],
  ])('in %j is told with its path', (entry, path, message) => {
    expect(faultsOf({ 'gpt-4o': entry })).toEqual([{ path, message: expected(message) }])
  })

  it.each<[string, unknown, string, RegExp]>([
    ['a list of models', [], '', /an object/],
    ['a text', '"gpt"', '', /an object/],
    ['an entry that is no object', { 'gpt-4o': 'sk-canary' }, 'gpt-4o', /an object/],
    ['an entry without a name', { '': { api_type: 'openai' } }, '""', /needs a name/],
    ['a name with a space around it', { 'gpt-4o ': {} }, 'gpt-4o ', /begin or end with a space/],
    [
      'a name that is too long',
      { [`gpt${'x'.repeat(200)}`]: {} },
      `gpt${'x'.repeat(200)}`,
      /at most 200/,
    ],
    ['a demo model’s name', { 'demo-eliza': { api_type: 'openai' } }, 'demo-eliza', /demo model/],
    ['a name that tells nothing', { llama: { api_key: 'k' } }, 'llama.api_type', /does not tell/],
    ['a forbidden name', '{"__proto__": {}}', '__proto__', /not allowed/],
    [
      'one far inside',
      '{"gpt-4o": {"extra_body": {"a": [{"constructor": 1}]}}}',
      'gpt-4o.extra_body.a[0].constructor',
      /not allowed/,
    ],
    [
      'another',
      '{"gpt-4o": {"headers": {"prototype": "x"}}}',
      'gpt-4o.headers.prototype',
      /not allowed/,
    ],
    [
      'text that is not JSON',
      '{"gpt-4o": {"api_key": sk-canary}}',
      'line 1, column 24',
      /expected a value/,
    ],
  ])('is %s', (_, file, path, message) => {
    expect(faultsOf(file)).toEqual([{ path, message: expected(message) }])
  })

  it('does not hide the others, in any entry', () => {
    const faults = faultsOf({
      'gpt-4o': { weight: -1, api_key: 1 },
      'claude-x': { anony_only: 0 },
      'gemini-x': {},
    })
    expect(faults.map(({ path }) => path)).toEqual([
      'gpt-4o.api_key',
      'gpt-4o.weight',
      'claude-x.anony_only',
    ])
  })

  it('leaves every object of the process as it was', () => {
    faultsOf('{"__proto__": {"polluted": true}}')
    faultsOf('{"gpt-4o": {"extra_body": {"__proto__": {"polluted": true}}}}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('never repeats a value', () => {
    const canary = 'sk-canary-1f6e'
    const wrong = {
      'gpt-4o': Object.fromEntries(
        [
          'api_type',
          'api_base',
          'anony_only',
          'recommended_config',
          'weight',
          'link',
          'timeouts',
          'headers',
          'extra_body',
          'aliases',
          'max_tokens',
          'input_price',
        ].map((field) => [field, canary]),
      ),
      'claude-x': canary,
    }
    const faults = [
      ...faultsOf(wrong),
      ...faultsOf({ 'gpt-4o': { api_base: '${SECRET}' } }, { SECRET: canary }),
      ...faultsOf(`{"gpt-4o": {"api_key": ${canary}}}`),
      ...faultsOf(`{"gpt-4o": {"api_key": "${canary}`),
    ]
    expect(faults).toHaveLength(16)
    expect(JSON.stringify(faults)).not.toContain(canary)
  })
})
