import { expect, it } from 'vitest'
import { offeredModes } from '#server/domain/model/offered-modes'
import type { Model } from '#server/domain/model/model'

const model = (change: Partial<Model>): Model => ({
  name: 'm',
  versionId: 'v',
  provider: 'openai',
  demo: false,
  anonyOnly: false,
  text: true,
  vision: false,
  weight: 1,
  available: true,
  deprecated: false,
  ...change,
})

it.each([
  [{}, ['battle', 'side-by-side', 'direct']],
  [{ weight: 0 }, ['side-by-side', 'direct']],
  [{ text: false, vision: true }, ['battle', 'side-by-side', 'direct']],
  [{ text: false }, []],
  [{ deprecated: true }, []],
])('a model with %o is offered in %o', (change, modes) => {
  expect(offeredModes(model(change))).toEqual(modes)
})
