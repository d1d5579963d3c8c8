import { ModelCatalog } from '../config/model-catalog.js'
import type { Settings } from '../config/settings.js'
import type { VoteLine } from '../domain/voting/vote-line.js'
import { VoteLines } from '../leaderboard/votes-file/vote-lines.js'
import { Pseudonyms } from '../session/pseudonyms.js'
import { withStorage } from './storage-context.js'

export interface ExportOptions {
  /** The demo models' votes; undefined: those of the board that people see first. */
  demo: boolean | undefined
  take: (votes: readonly VoteLine[]) => Promise<void>
}

/**
 * Hands over all votes that count, some at a time, under names made for this time only.
 * @throws StartupError where a server runs on the data folder
 */
export const exportVotes = (settings: Settings, { demo, take }: ExportOptions): Promise<void> =>
  withStorage(settings, [VoteLines], async (app) => {
    const isDemo = demo ?? app.get(ModelCatalog).demoOnly
    const filter = {
      pool: isDemo ? ('demo' as const) : ('real' as const),
      category: 'overall' as const,
      language: '' as const,
      from: 0,
      excludeTies: false,
      excludeShort: false,
    }
    for await (const votes of app.get(VoteLines).of(filter, new Pseudonyms())) await take(votes)
  })
