import type { ModelSummary } from '#shared/protocol/model'
import type { Model } from '../../domain/model/model.js'
import { offeredModes } from '../../domain/model/offered-modes.js'

/** A model in the public list: what the configuration says, never its state of the moment. */
export const presentModel = (model: Model): ModelSummary => ({
  name: model.name,
  organization: model.organization,
  license: model.license,
  link: model.link,
  description: model.description,
  modes: offeredModes(model),
  vision: model.vision,
  demo: model.demo,
  available: model.available,
  ...(model.reason && { reason: model.reason }),
  ...(model.unset && { unset: model.unset }),
})
