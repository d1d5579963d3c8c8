import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { ModelCatalog } from '../../config/model-catalog.js'
import type { NamedModel } from '../../domain/identity/name-finder.js'
import { SelfNaming } from '../../domain/identity/names-itself.js'
import type { ModelVersionRow, SideRow } from '../../storage/database/database.js'

/**
 * Knows whether an answer names its model, by the names that the configuration has or had: one that has left it
 * may have answered before.
 */
@Injectable()
export class IdentityWatch implements OnModuleDestroy {
  /** By version. */
  private readonly known = new Map<string, NamedModel>()
  private naming: SelfNaming | undefined
  private readonly unwatch: () => void

  constructor(private readonly catalog: ModelCatalog) {
    this.learn()
    this.unwatch = catalog.onChange(() => this.learn())
  }

  onModuleDestroy(): void {
    this.unwatch()
  }

  /** `texts` are what models said, `sides` who they were: after a restart one may be known from here alone. */
  leaked(texts: readonly string[], sides: readonly Speaker[] = []): boolean {
    for (const { versionId, name } of sides) {
      if (!this.known.has(versionId)) this.add(versionId, { name, modelName: name, aliases: [] })
    }
    const naming = (this.naming ??= new SelfNaming([...this.known.values()]))
    return texts.some((text) => naming.found(text))
  }

  private learn(): void {
    for (const { versionId, ...model } of this.catalog.all()) this.add(versionId, model)
  }

  private add(versionId: string, { name, modelName, aliases, organization }: NamedModel): void {
    this.known.set(versionId, { name, modelName, aliases, organization })
    this.naming = undefined
  }
}

type Speaker = Pick<SideRow, 'versionId'> & Pick<ModelVersionRow, 'name'>
