import { BattleImporter, type ImportReport } from '../arena/import/battle-importer.js'
import { ImportedModels } from '../arena/import/imported-models.js'
import { IdentityWatch } from '../arena/votes/identity-watch.js'
import { LanguageDetector } from '../arena/labelling/language-detector.js'
import type { Settings } from '../config/settings.js'
import type { Imported } from '../domain/voting/imported-vote.js'
import { withStorage } from './storage-context.js'

/** Reads a file: each row goes to `take` with its JSON, and `settle` is awaited now and then. */
export type ReadRows = (
  take: (read: Imported, json: string) => void,
  settle: () => Promise<void>,
) => Promise<void>

/**
 * Brings in the votes of another arena.
 * @throws StartupError where a server runs on the data folder
 */
export const importBattles = (settings: Settings, read: ReadRows): Promise<ImportReport> =>
  withStorage(
    settings,
    [BattleImporter, ImportedModels, IdentityWatch, LanguageDetector],
    async (app) => {
      const { report, add, settle } = await app.get(BattleImporter).begin()
      await read(add, settle)
      return report
    },
  )
