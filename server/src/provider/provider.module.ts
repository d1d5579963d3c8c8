import { Module } from '@nestjs/common'
import { ImagesModule } from '../images/images.module.js'
import { AnthropicProvider } from './anthropic/anthropic.provider.js'
import { DemoProvider } from './demo/demo.provider.js'
import { GeminiProvider } from './gemini/gemini.provider.js'
import { MistralProvider } from './mistral/mistral.provider.js'
import { OpenaiProvider } from './openai/openai.provider.js'
import { ModelHealth } from './model-health.js'
import { ParameterMemory } from './parameter-memory.js'
import { ProviderPreparation } from './provider-preparation.js'
import { ProviderRegistry } from './provider.registry.js'
import { ProviderService } from './provider.service.js'
import { ProviderSlots } from './provider-slots.js'
import { RejectedParameters } from './rejected-parameters.js'
import { RequestImages } from './request-images.js'
import { Budgets } from './spending/budgets.js'
import { SpendLedger } from './spending/spend-ledger.js'
import { StoredRejections } from './stored-rejections.js'

/** Needs `Clock` and the repositories, which come from global modules. */
@Module({
  imports: [ImagesModule],
  providers: [
    OpenaiProvider,
    AnthropicProvider,
    GeminiProvider,
    MistralProvider,
    DemoProvider,
    ModelHealth,
    ProviderPreparation,
    ProviderRegistry,
    ParameterMemory,
    ProviderService,
    ProviderSlots,
    RequestImages,
    Budgets,
    SpendLedger,
    { provide: RejectedParameters, useClass: StoredRejections },
  ],
  exports: [Budgets, ModelHealth, ProviderService, ProviderSlots, SpendLedger],
})
export class ProviderModule {}
