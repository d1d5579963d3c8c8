import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { ModelCatalog } from '../../config/model-catalog.js'
import { SelfNaming } from '../../domain/identity/names-itself.js'

/** Knows whether an answer names its model, by the names that the configuration has at the moment. */
@Injectable()
export class IdentityWatch implements OnModuleDestroy {
  private naming: SelfNaming | undefined
  private readonly unwatch: () => void

  constructor(private readonly catalog: ModelCatalog) {
    this.unwatch = catalog.onChange(() => (this.naming = undefined))
  }

  onModuleDestroy(): void {
    this.unwatch()
  }

  /** `texts` are what models said. */
  leaked(texts: readonly string[]): boolean {
    const naming = (this.naming ??= new SelfNaming(this.catalog.all()))
    return texts.some((text) => naming.found(text))
  }
}
