import { Injectable } from '@nestjs/common'
import { canBattle } from '../domain/pairing/draw-pair.js'
import { assembleModels, compareModels, isUsable, type ModelChanges } from './assemble-models.js'
import { budgetWarnings } from './budget-warnings.js'
import type { ModelEndpoint } from './model-endpoint.js'
import { overridden, type ModelOverride } from './model-override.js'
import type { Environment } from './parse-settings.js'
import { readEndpoints } from './read-endpoints.js'
import { hostWarnings } from './refused-hosts.js'
import { Settings } from './settings.js'
import { EXIT_CODES, StartupError, type Finding } from './startup-error.js'

export type ReloadReport =
  ({ ok: true; warnings: Finding[] } & ModelChanges) | { ok: false; faults: Finding[] }

/** The models of the arena as the model file names them now, and the demo models where they are on. */
@Injectable()
export class ModelCatalog {
  private models: readonly ModelEndpoint[] = []
  /** As the model file has them. */
  private written: readonly ModelEndpoint[] = []
  private overrides: ReadonlyMap<string, ModelOverride> = new Map()
  private findings: readonly Finding[] = []
  private readonly listeners = new Set<(changes: ModelChanges) => void>()
  private lastReload: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly settings: Settings,
    private readonly env: Environment,
  ) {}

  /** @throws StartupError with every fault of the model file */
  static async open(settings: Settings, env: Environment): Promise<ModelCatalog> {
    const catalog = new ModelCatalog(settings, env)
    const report = await catalog.reload()
    if (report.ok) return catalog
    throw new StartupError(
      `The model file ${settings.endpointFile} cannot be used.`,
      EXIT_CODES.configuration,
      report.faults,
    )
  }

  /** In the order of the file, the demo models last; those that are not available or retired too. */
  all(): readonly ModelEndpoint[] {
    return this.models
  }

  find(name: string): ModelEndpoint | undefined {
    return this.models.find((model) => model.name === name)
  }

  byVersion(versionId: string): ModelEndpoint | undefined {
    return this.models.find((model) => model.versionId === versionId)
  }

  /**
   * What a battle may be drawn from: models of the file, or demo models where these are too few; never both.
   * @param sense whether the battle begins with a picture; any: both kinds of battles
   */
  battlePool(sense: 'text' | 'vision' | 'any' = 'text'): readonly ModelEndpoint[] {
    const takesPart = (model: ModelEndpoint) =>
      sense === 'any' ? model.text || model.vision : model[sense]
    const pool = this.models.filter(
      (model) => isUsable(model) && takesPart(model) && model.weight > 0,
    )
    const real = pool.filter((model) => !model.demo)
    const demo = pool.filter((model) => model.demo)
    return canBattle(real) || demo.length === 0 ? real : demo
  }

  /** What the model file says of a model, whatever an admin has set for now. */
  asWritten(name: string): ModelEndpoint | undefined {
    return this.written.find((model) => model.name === name)
  }

  overrideOf(name: string): ModelOverride | undefined {
    return this.overrides.get(name)
  }

  /** Replaces all that is set for models for now. A reload of the file leaves it in place. */
  override(overrides: ReadonlyMap<string, ModelOverride>): void {
    this.overrides = overrides
    this.apply()
  }

  /** Whether demo models are on. */
  get demo(): boolean {
    return this.models.some((model) => model.demo)
  }

  /** Whether nothing but demo models answers. */
  get demoOnly(): boolean {
    return this.demo && !this.models.some((model) => !model.demo && isUsable(model))
  }

  get warnings(): readonly Finding[] {
    return this.findings
  }

  /** Calls `listener` after each change of the models; the returned function ends that. */
  onChange(listener: (changes: ModelChanges) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Reads the model file again. A file with a fault changes nothing; running answers go on anyway.
   * @param others faults of other files, told along with those of this one
   */
  reload(others: readonly Finding[] = []): Promise<ReloadReport> {
    const reload = this.lastReload.then(() => this.readFile(others))
    this.lastReload = reload.catch(() => undefined)
    return reload
  }

  private async readFile(others: readonly Finding[]): Promise<ReloadReport> {
    const read = await readEndpoints(this.settings.endpointFile, this.env)
    if (!read.ok || others.length > 0) {
      return { ok: false, faults: [...(read.ok ? [] : read.faults), ...others] }
    }
    const before = this.models
    this.written = assembleModels(read.endpoints, this.settings)
    this.findings = [
      ...read.warnings,
      ...hostWarnings(this.written, this.settings),
      ...budgetWarnings(this.written, this.settings),
    ]
    this.apply()
    const changes = compareModels(before, this.models)
    if (Object.values(changes).flat().length > 0)
      this.listeners.forEach((listener) => listener(changes))
    return { ok: true, ...changes, warnings: [...this.findings] }
  }

  private apply(): void {
    this.models = this.written.map((model) => overridden(model, this.overrides.get(model.name)))
  }
}
