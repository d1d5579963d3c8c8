import { Injectable, Logger } from '@nestjs/common'
import { RejectedParameters } from './rejected-parameters.js'
import type { ParameterName } from './upstream/parameters.js'

type Names = ReadonlySet<ParameterName>

/** What this process knows of the parameters that models refuse; the store is asked once a version. */
@Injectable()
export class ParameterMemory {
  readonly #known = new Map<string, Promise<Names>>()
  readonly #logger = new Logger(ParameterMemory.name)

  constructor(private readonly store: RejectedParameters) {}

  /** Never fails: an answer does not wait for a database that is away, it only forgets. */
  known(versionId: string): Promise<Names> {
    let names = this.#known.get(versionId)
    if (!names) {
      names = this.#load(versionId)
      this.#known.set(versionId, names)
    }
    return names
  }

  learn(versionId: string, names: Names): void {
    this.#known.set(versionId, Promise.resolve(names))
    this.store.remember(versionId, [...names]).catch(() => this.#complain('written down'))
  }

  async #load(versionId: string): Promise<Names> {
    try {
      return new Set((await this.store.load(versionId)) as ParameterName[])
    } catch {
      this.#known.delete(versionId)
      this.#complain('read')
      return new Set()
    }
  }

  #complain(deed: string): void {
    this.#logger.warn(`The parameters that a model refuses could not be ${deed}.`)
  }
}
