import { Injectable } from '@nestjs/common'
import type { ApiType } from '#shared/vocabulary'
import { AnthropicProvider } from './anthropic/anthropic.provider.js'
import { DemoProvider } from './demo/demo.provider.js'
import { GeminiProvider } from './gemini/gemini.provider.js'
import { MistralProvider } from './mistral/mistral.provider.js'
import type { ModelProvider } from './model-provider.js'
import { OpenaiProvider } from './openai/openai.provider.js'

/** Which provider speaks which API. */
@Injectable()
export class ProviderRegistry {
  private readonly providers: Record<ApiType, ModelProvider>

  constructor(
    openai: OpenaiProvider,
    anthropic: AnthropicProvider,
    gemini: GeminiProvider,
    mistral: MistralProvider,
    demo: DemoProvider,
  ) {
    this.providers = { openai, anthropic_message: anthropic, gemini, mistral, demo }
  }

  of(type: ApiType): ModelProvider {
    return this.providers[type]
  }
}
