import { AnthropicProvider } from '#server/provider/anthropic/anthropic.provider'
import { GeminiProvider } from '#server/provider/gemini/gemini.provider'
import { MistralProvider } from '#server/provider/mistral/mistral.provider'
import type { ModelProvider } from '#server/provider/model-provider'
import { OpenaiProvider } from '#server/provider/openai/openai.provider'
import type { WireName } from '../../support/fake-upstream/script.js'

/** The four adapters over the real SDKs, by the API that they speak. */
export const ADAPTERS: readonly { api: WireName; provider: ModelProvider }[] = [
  { api: 'openai', provider: new OpenaiProvider() },
  { api: 'anthropic_message', provider: new AnthropicProvider() },
  { api: 'gemini', provider: new GeminiProvider() },
  { api: 'mistral', provider: new MistralProvider() },
]
