import { aRequest } from '../../support/answer-requests.js'
import { modelProviderContract } from '../../support/contracts/model-provider.contract.js'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { ADAPTERS } from './adapters.js'

for (const { api, provider } of ADAPTERS) {
  modelProviderContract(api, async () => {
    const upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['Light ', 'is ', 'scattered.'], chunkMs: 2 }))
    return {
      provider,
      request: (overrides) => aRequest({ provider: api, apiBase: upstream.url }, overrides),
      close: () => upstream.close(),
    }
  })
}
