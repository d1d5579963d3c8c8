import { expect, it } from 'vitest'
import { IdentityWatch } from '#server/arena/votes/identity-watch'
import type { ModelCatalog } from '#server/config/model-catalog'

const model = (name: string, alias: string) => ({
  versionId: `version-of-${name}`,
  name,
  modelName: `${name}-1`,
  aliases: [alias],
})

/** A catalog whose models the test replaces, as a reload of the model file does. */
function aCatalog(models: ReturnType<typeof model>[]) {
  let listener = () => {}
  const catalog = {
    all: () => models,
    onChange: (heard: () => void) => {
      listener = heard
      return () => {}
    },
  } as unknown as ModelCatalog
  const reload = (others: typeof models) => {
    models = others
    listener()
  }
  return { catalog, reload }
}

const RAVEN = 'Hello, I am Ravenmind.'
const OWL = 'Hello, I am Owlmind.'

it('a model that leaves the model file before the vote is final is still known by its names', () => {
  const { catalog, reload } = aCatalog([model('corvus', 'Ravenmind')])
  const watch = new IdentityWatch(catalog)
  expect([watch.leaked([RAVEN]), watch.leaked([OWL])]).toEqual([true, false])
  reload([model('strix', 'Owlmind')])
  expect([watch.leaked([RAVEN]), watch.leaked([OWL])]).toEqual([true, true])
})

it('a model that left it before the server began is known by the name that its side has', () => {
  const watch = new IdentityWatch(aCatalog([]).catalog)
  const text = 'I am Ravenmind, at your service.'
  expect(watch.leaked([text])).toBe(false)
  expect(watch.leaked([text], [{ versionId: 'v', name: 'Ravenmind' }])).toBe(true)
})
