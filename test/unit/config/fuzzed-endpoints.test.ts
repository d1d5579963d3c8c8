import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EntryFields } from '#server/config/endpoints.schema'
import { parseEndpoints } from '#server/config/parse-endpoints'
import { holds } from '../../support/holds.js'

const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000)

/** Values of every kind, and those that some field would take, in its place or another. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    ...['openai', 'http://localhost:1/v1', 'http://[', '${KEY}', '${', '$${KEY}', '${NONE}', ''],
    ...[0, -1, 1e308, true, null, [], {}, { temperature: 3 }, { 'x y': 'z' }, ['a', 1]],
  ),
)
const name = fc.oneof(
  { arbitrary: fc.constantFrom(...Object.keys(EntryFields)), weight: 8 },
  { arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype', 'unknown'), weight: 1 },
  { arbitrary: fc.string({ maxLength: 8 }), weight: 1 },
)
const entry = fc.array(fc.tuple(name, value), { maxLength: 6 })
const modelName = fc.oneof(fc.constantFrom('gpt-4o', 'claude-x', 'm', '__proto__'), fc.string())

/** As text, since an object of the process would swallow some of these names. */
const objectOf = (fields: readonly (readonly [string, unknown])[]) =>
  `{${fields.map(([key, held]) => `${JSON.stringify(key)}:${typeof held === 'string' ? held : JSON.stringify(held)}`).join()}}`
const file = fc
  .array(fc.tuple(modelName, entry), { maxLength: 4 })
  .map((models) =>
    objectOf(
      models.map(
        ([model, fields]) =>
          [
            model,
            objectOf(fields.map(([key, held]) => [key, JSON.stringify(held ?? null)])),
          ] as const,
      ),
    ),
  )
/** The same with a wound somewhere. */
const text = fc.oneof(
  file,
  fc
    .tuple(file, fc.nat(), fc.constantFrom('', '{', '}', ',', '"', '\\', '\u0000', '\uD800', '//'))
    .map(([whole, at, wound]) => {
      const place = at % (whole.length + 1)
      return whole.slice(0, place) + wound + whole.slice(place + 1)
    }),
)

it('any model file is taken or refused with paths and reasons, and changes no object of the process', () => {
  const outcomes = { taken: 0, refused: 0 }
  holds(
    'model-files-of-chance',
    fc.property(text, (json) => {
      const parsed = parseEndpoints(json, { KEY: 'sk-canary-1f6e', OPENAI_API_KEY: 'k' })
      outcomes[parsed.ok ? 'taken' : 'refused'] += 1
      if (!parsed.ok) {
        expect(parsed.faults.length).toBeGreaterThan(0)
        for (const { message } of parsed.faults) expect(message).toMatch(/\S/)
        expect(JSON.stringify(parsed.faults)).not.toContain('sk-canary')
      }
      const fresh: Record<string, unknown> = {}
      for (const key in fresh) throw new Error(`every object has ${key} now`)
    }),
    { runs: RUNS },
  )
  expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(RUNS / 20)
})
