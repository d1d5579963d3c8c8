import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { Settings } from '../../config/settings.js'
import { dayOf } from '../../domain/day.js'
import type { languageOf } from '../../domain/labels/prompt-language.js'
import { Clock } from '../../domain/ports.js'
import type { Imported, ImportedVote, SkipReason } from '../../domain/voting/imported-vote.js'
import { Pseudonyms } from '../../session/pseudonyms.js'
import { loadSessionSecret } from '../../session/session-secret.js'
import { BattleCounts } from '../../storage/boards/battle-counts.js'
import { BattleRepository } from '../../storage/boards/battle.repository.js'
import type { BattleRow } from '../../storage/database/board-tables.js'
import type { VoteRow } from '../../storage/database/database.js'
import { ExclusionRepository } from '../../storage/votes/exclusion.repository.js'
import { KyselyDatabase } from '../../storage/database/kysely-database.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { IdentityWatch } from '../votes/identity-watch.js'
import { LanguageDetector } from '../labelling/language-detector.js'
import { ImportedModels } from './imported-models.js'
import { labelled } from './imported-labels.js'

export interface ImportReport {
  /** Votes that are counted now. */
  votes: number
  /** Votes that were here from an earlier import. */
  known: number
  /** Models that were not known before; they are retired ones. */
  models: number
  skipped: Partial<Record<SkipReason, number>>
}

interface Found {
  battle: BattleRow
  vote: VoteRow
}

/** Votes that are written in one transaction. */
const VOTES_AT_ONCE = 400

/**
 * Brings in the votes of another arena: their battles with labels, language and style, but no word of them.
 * Ids are made from what the file says, so that the same file brings nothing the second time.
 */
@Injectable()
export class BattleImporter {
  private readonly pseudonyms: Pseudonyms

  constructor(
    settings: Settings,
    private readonly clock: Clock,
    private readonly database: KyselyDatabase,
    private readonly battles: BattleRepository,
    private readonly votes: VoteRepository,
    private readonly counts: BattleCounts,
    private readonly exclusions: ExclusionRepository,
    private readonly models: ImportedModels,
    private readonly languages: LanguageDetector,
    private readonly identities: IdentityWatch,
  ) {
    this.pseudonyms = new Pseudonyms(loadSessionSecret(settings))
  }

  /** Takes rows of one file; `add` them with their JSON, `settle` now and then and at the end. */
  async begin() {
    const report: ImportReport = { votes: 0, known: 0, models: 0, skipped: {} }
    const detect = await this.languages.load()
    const excluded = new Set((await this.exclusions.all()).map(({ voterId }) => voterId))
    /** How often a row without an id has come up, by its digest. */
    const seen = new Map<string, number>()
    let waiting: { read: Extract<Imported, { vote: unknown }>; key: string }[] = []
    const skip = (reason: SkipReason): void => {
      report.skipped[reason] = (report.skipped[reason] ?? 0) + 1
    }
    return {
      report,
      add: (read: Imported, json: string): void => {
        if ('skipped' in read) return skip(read.skipped)
        if (
          read.vote.text &&
          this.identities.leaked(Object.values(read.vote.text.answers).flat())
        ) {
          return skip('identity_leaked')
        }
        waiting.push({ read, key: read.vote.battle ?? rowKey(json, seen) })
      },
      settle: async (): Promise<void> => {
        const batch = waiting
        waiting = []
        const found: Found[] = []
        for (const { read, key } of batch) {
          const [versionA, versionB] = [
            await this.models.idOf(read.vote.modelA),
            await this.models.idOf(read.vote.modelB),
          ]
          if (versionA === versionB) skip('same_model')
          else found.push(this.rowsOf(read.vote, key, { versionA, versionB }, detect, excluded))
        }
        report.models += await this.models.settle()
        for (let from = 0; from < found.length; from += VOTES_AT_ONCE) {
          await this.write(found.slice(from, from + VOTES_AT_ONCE), report)
        }
      },
    }
  }

  private async write(found: readonly Found[], report: ImportReport): Promise<void> {
    const battles = new Map(found.map(({ battle }) => [battle.id, battle]))
    await this.database.write(async (trx) => {
      await this.counts.changing(trx, [...battles.keys()], async () => {
        await this.battles.remember(trx, [...battles.values()])
        const added = await this.votes.add(
          trx,
          found.map(({ vote }) => vote),
        )
        report.votes += added
        report.known += found.length - added
      })
    })
  }

  private rowsOf(
    imported: ImportedVote,
    key: string,
    versions: Pick<BattleRow, 'versionA' | 'versionB'>,
    detect: Parameters<typeof languageOf>[1],
    excluded: ReadonlySet<string>,
  ): Found {
    const { choice, turn, castAt = this.clock.now() } = imported
    const id = digest(`battle\n${key}`)
    const voterId = this.pseudonyms.of('voter', imported.voter ?? key)
    const rated = !excluded.has(voterId)
    return {
      battle: {
        id,
        pool: 'real',
        ...versions,
        day: dayOf(castAt),
        turn,
        corrected: 0,
        drawProbability: imported.drawProbability ?? null,
        ...labelled(imported, detect),
      },
      vote: {
        id: digest(`vote\n${key}\n${voterId}`),
        conversationId: id,
        scope: id,
        turn,
        voterId,
        choice,
        castAt,
        finalAt: castAt,
        final: 1,
        early: 0,
        rated: rated ? 1 : 0,
        unratedReason: rated ? null : 'voter_excluded',
        ownReason: null,
        held: 0,
        ...versions,
        reasons: null,
        comment: null,
        addressKey: null,
        promptKey: null,
      },
    }
  }
}

/** Equal rows without an id are told apart by which of them it is. */
function rowKey(json: string, seen: Map<string, number>): string {
  const row = digest(`row\n${json}`)
  const times = (seen.get(row) ?? 0) + 1
  seen.set(row, times)
  return `${row}\n${times}`
}

/** 128 bits, as long as our own ids. */
const digest = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
