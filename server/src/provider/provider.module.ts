import { Module } from '@nestjs/common'
import { AnthropicProvider } from './anthropic/anthropic.provider.js'
import { DemoProvider } from './demo/demo.provider.js'
import { GeminiProvider } from './gemini/gemini.provider.js'
import { MistralProvider } from './mistral/mistral.provider.js'
import { OpenaiProvider } from './openai/openai.provider.js'
import { ParameterMemory } from './parameter-memory.js'
import { ProviderRegistry } from './provider.registry.js'
import { ProviderService } from './provider.service.js'

/** Needs `Clock` and `RejectedParameters` from global modules. */
@Module({
  providers: [
    OpenaiProvider,
    AnthropicProvider,
    GeminiProvider,
    MistralProvider,
    DemoProvider,
    ProviderRegistry,
    ParameterMemory,
    ProviderService,
  ],
  exports: [ProviderService],
})
export class ProviderModule {}
