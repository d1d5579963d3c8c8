import { BattleLabeller } from '../arena/labelling/battle-labeller.js'
import { LanguageDetector } from '../arena/labelling/language-detector.js'
import { Relabeller, type Relabelled } from '../arena/labelling/relabeller.js'
import type { Settings } from '../config/settings.js'
import { CountRebuilder, type Rebuilt } from '../storage/boards/count-rebuilder.js'
import { withStorage } from './storage-context.js'

export interface RebuildReport extends Rebuilt {
  labels?: Relabelled
}

/**
 * Makes the counts of all boards anew from the votes and, where asked, all labels by today's rules first.
 * @throws StartupError where a server runs on the data folder
 */
export const rebuildBoard = (
  settings: Settings,
  { labels: relabel, tell }: { labels: boolean; tell: (line: string) => void },
): Promise<RebuildReport> =>
  withStorage(settings, [BattleLabeller, LanguageDetector, Relabeller], async (app) => {
    const rebuilt = await app
      .get(CountRebuilder)
      .rebuild(({ battles }) => tell(`${battles.toLocaleString('en')} battles counted`))
    if (!relabel) return rebuilt
    const labels = await app
      .get(Relabeller)
      .relabel(({ battles }) => tell(`${battles.toLocaleString('en')} battles labelled`))
    return { ...rebuilt, labels }
  })
