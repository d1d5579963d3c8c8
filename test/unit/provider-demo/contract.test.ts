import { DemoProvider } from '#server/provider/demo/demo.provider'
import { aRequest } from '../../support/answer-requests.js'
import { modelProviderContract } from '../../support/contracts/model-provider.contract.js'
import { InstantClock, PERSONA_IDS } from './stage.js'

for (const modelName of PERSONA_IDS) {
  modelProviderContract(`the demo model ${modelName}`, async () => ({
    provider: new DemoProvider(new InstantClock()),
    request: (overrides) => aRequest({ provider: 'demo', demo: true, modelName }, overrides),
    close: async () => {},
  }))
}
