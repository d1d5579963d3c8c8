import { describe, expect, it } from 'vitest'
import { assembleModels } from '#server/config/assemble-models'
import { parseEndpoints } from '#server/config/parse-endpoints'
import { hostWarnings } from '#server/config/refused-hosts'

function modelAt(apiBase: string, allowedApiHosts: string[] = []) {
  const file = { m: { api_type: 'openai', api_base: apiBase, api_key: 'k' } }
  const parsed = parseEndpoints(JSON.stringify(file), {})
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const settings = { demo: 'off' as const, visionArena: true, allowedApiHosts }
  const [model] = assembleModels(parsed.endpoints, settings)
  return { model: model!, warnings: hostWarnings(parsed.endpoints, settings) }
}

describe('an api_base where a cloud tells its machines secrets', () => {
  it.each([
    'http://169.254.169.254/v1',
    'http://169.254.1.2:8000/v1',
    'http://2852039166/v1',
    'http://0xa9fea9fe/v1',
    'http://0251.0376.0251.0376/v1',
    'http://169.254.43518/v1',
    'http://169.254.169.254./v1',
    'http://１６９.254.169.254/v1',
    'http://[::ffff:169.254.169.254]/v1',
    'http://[::ffff:a9fe:a9fe]/v1',
    'http://[64:ff9b::169.254.169.254]/v1',
    'http://[fe80::1]/v1',
    'http://[febf:ffff::1]/v1',
    'http://[fd00:ec2::254]/v1',
    'http://[fd20:ce::254]/v1',
    'http://user:word@169.254.169.254/v1',
    'https://100.100.100.200/v1',
    'http://168.63.129.16/v1',
    'http://192.0.0.192/v1',
    'http://metadata/v1',
    'http://metadata.google.internal/v1',
    'http://METADATA.google.internal./v1',
    'http://instance-data/v1',
  ])('makes its model unavailable, with a reason that names no host: %s', (apiBase) => {
    const { model, warnings } = modelAt(apiBase)
    expect(model.available).toBe(false)
    expect(model.reason).toContain('ALLOWED_API_HOSTS')
    expect(model.reason).not.toMatch(/[\d[]|google|instance/)
    expect(warnings.map(({ path }) => path)).toEqual(['m.api_base'])
  })

  it('may be allowed by name, and that name alone', () => {
    const allowed = ['169.254.169.254', 'fe80::1']
    expect(modelAt('http://0xa9fea9fe/v1', allowed).model.available).toBe(true)
    expect(modelAt('http://[fe80::1]/v1', allowed)).toMatchObject({
      model: { available: true },
      warnings: [],
    })
    expect(modelAt('http://169.254.169.253/v1', allowed).model.available).toBe(false)
  })
})

it.each([
  'http://localhost:11434/v1',
  'http://127.0.0.1/v1',
  'http://[::1]/v1',
  'http://10.0.0.1/v1',
  'http://192.168.1.9/v1',
  'http://172.16.0.1/v1',
  'http://100.64.0.1/v1',
  'http://[fd12:3456::1]/v1',
  'http://169.253.255.255/v1',
  'http://169.255.0.1/v1',
  'http://metadata.example/v1',
  'https://api.example/169.254.169.254',
])('a server of one’s own may be anywhere else: %s', (apiBase) => {
  expect(modelAt(apiBase)).toMatchObject({ model: { available: true }, warnings: [] })
})
