/** Where it is kept, across restarts, which request parameters a model version refuses. */
export abstract class RejectedParameters {
  abstract load(versionId: string): Promise<string[]>
  abstract remember(versionId: string, names: string[]): Promise<void>
}
