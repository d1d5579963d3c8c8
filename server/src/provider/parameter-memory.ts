import { Injectable, Logger } from '@nestjs/common'
import { RejectedParameters } from './rejected-parameters.js'
import type { ParameterName } from './parameter-name.js'

type Names = ReadonlySet<ParameterName>

/** What this process knows of the parameters that models refuse; the store is asked once a version. */
@Injectable()
export class ParameterMemory {
  private readonly learned = new Map<string, Promise<Names>>()
  private readonly logger = new Logger(ParameterMemory.name)

  constructor(private readonly store: RejectedParameters) {}

  /** Never fails: an answer does not wait for a database that is away, it only forgets. */
  known(versionId: string): Promise<Names> {
    let names = this.learned.get(versionId)
    if (!names) {
      names = this.load(versionId)
      this.learned.set(versionId, names)
    }
    return names
  }

  learn(versionId: string, names: Names): void {
    this.learned.set(versionId, Promise.resolve(names))
    this.store.remember(versionId, [...names]).catch(() => this.complain('written down'))
  }

  private async load(versionId: string): Promise<Names> {
    try {
      return new Set((await this.store.load(versionId)) as ParameterName[])
    } catch {
      this.learned.delete(versionId)
      this.complain('read')
      return new Set()
    }
  }

  private complain(deed: string): void {
    this.logger.warn(`The parameters that a model refuses could not be ${deed}.`)
  }
}
