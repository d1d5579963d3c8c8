import { Injectable } from '@nestjs/common'
import type { SliceChoice, SliceList } from '#shared/protocol/leaderboard-views'
import { CATEGORIES, PERIODS, type Language } from '#shared/vocabulary'
import { Settings } from '../config/settings.js'
import { RULES_VERSION } from '../domain/labels/label-rules.js'
import { sliceKey } from '../domain/rating/slices.js'
import { OwnVoteRepository } from '../storage/votes/own-vote.repository.js'
import { PairCountRepository } from '../storage/boards/pair-count.repository.js'
import { BoardService } from './board.service.js'
import { firstDay } from './slice-spec.js'

type Total = Awaited<ReturnType<PairCountRepository['totals']>>[number]

/** What the filters of the board offer, and how many votes each choice has. */
@Injectable()
export class SliceListService {
  constructor(
    private readonly boards: BoardService,
    private readonly counts: PairCountRepository,
    private readonly ownVotes: OwnVoteRepository,
    private readonly settings: Settings,
  ) {}

  async list(demo: boolean | undefined, voterId: string): Promise<SliceList> {
    const { pool } = this.boards.spec({ demo }, voterId)
    const today = this.boards.today()
    const totals = await this.counts.totals(pool, firstDay('30d', today))
    const overall = totals.filter(({ slice }) => slice === sliceKey(pool, 'overall'))
    const allDays = overall.filter(({ day, language }) => day === 0 && language === '')
    const own = await this.ownVotes.count(voterId, pool)
    const since = (from: number) =>
      from === 0 ? allDays : overall.filter(({ day, language }) => day >= from && language === '')
    return {
      demo: pool === 'demo',
      minimumVotes: this.settings.boardMinVotes,
      rulesVersion: RULES_VERSION,
      categories: CATEGORIES.map((category) => ({
        ...this.choice(
          category,
          totals.filter(
            ({ slice, language }) => slice === sliceKey(pool, category) && language === '',
          ),
          ({ day }) => day === 0,
        ),
        rule: category === 'overall' ? null : category,
      })),
      languages: languagesOf(overall)
        .map((language) =>
          this.choice(
            language,
            overall.filter((total) => total.language === language && total.day === 0),
          ),
        )
        .sort((x, y) => y.votes - x.votes || (x.value < y.value ? -1 : 1)),
      periods: PERIODS.map((period) => this.choice(period, since(firstDay(period, today)))),
      excludeTies: this.counted(
        true,
        sum(allDays, ({ decidedVotes }) => decidedVotes),
        sum(allDays, ({ decidedBattles }) => decidedBattles),
      ),
      excludeShort: this.choice(true as const, allDays, ({ short }) => short === 0),
      own: this.counted(true, own, own),
    }
  }

  private choice<T>(
    value: T,
    totals: readonly Total[],
    keep: (total: Total) => boolean = () => true,
  ): SliceChoice<T> {
    const kept = totals.filter(keep)
    return this.counted(
      value,
      sum(kept, ({ decidedVotes, tiedVotes }) => decidedVotes + tiedVotes),
      sum(kept, ({ battles }) => battles),
    )
  }

  private counted<T>(value: T, votes: number, battles: number): SliceChoice<T> {
    return { value, votes, battles, ranked: votes >= this.settings.boardMinVotes }
  }
}

const sum = (totals: readonly Total[], of: (total: Total) => number): number =>
  totals.reduce((all, total) => all + of(total), 0)

const languagesOf = (totals: readonly Total[]): Language[] => [
  ...new Set(totals.flatMap(({ language }) => (language === '' ? [] : [language]))),
]
