import { Injectable } from '@nestjs/common'
import { ModelVersionRepository } from '../storage/boards/model-version.repository.js'
import { RejectedParameters } from './rejected-parameters.js'

/** Keeps what a model version refuses beside the version itself. */
@Injectable()
export class StoredRejections extends RejectedParameters {
  constructor(private readonly versions: ModelVersionRepository) {
    super()
  }

  load(versionId: string): Promise<string[]> {
    return this.versions.rejectedParameters(versionId)
  }

  remember(versionId: string, names: string[]): Promise<void> {
    return this.versions.rejectParameters(versionId, names)
  }
}
