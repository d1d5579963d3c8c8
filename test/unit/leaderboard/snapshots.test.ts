import type { ModelCatalog } from '#server/config/model-catalog'
import type { Settings } from '#server/config/settings'
import { oneVote, sumsOfBattle } from '#server/domain/rating/observation'
import { BoardService } from '#server/leaderboard/board.service'
import type { ContestantService } from '#server/leaderboard/contestant.service'
import { runJob, type JobKind, type Jobs } from '#server/leaderboard/fit/fit-job'
import type { Fitter } from '#server/leaderboard/fit/fitter'
import { SliceRatings } from '#server/leaderboard/slice-ratings'
import { SnapshotService } from '#server/leaderboard/snapshot.service'
import { VoteLines } from '#server/leaderboard/votes-file/vote-lines'
import type { SnapshotRow } from '#server/storage/database/board-tables'
import type { ModelVersionRepository } from '#server/storage/boards/model-version.repository'
import type { OwnVoteRepository } from '#server/storage/votes/own-vote.repository'
import type { PairCountRepository } from '#server/storage/boards/pair-count.repository'
import type { RatedVoteRepository, VotedBattle } from '#server/storage/boards/rated-vote.repository'
import type { SnapshotRepository } from '#server/storage/boards/snapshot.repository'
import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../support/manual-clock.js'
import { aBattle } from '../../support/vote-store.js'
import { aChange, aSpec } from './support.js'

const settings = { modelMinVotes: 3, boardMinVotes: 3, sessionSecret: 'secret' } as Settings

const VOTES = 60

describe('boards that are cited', () => {
  let clock: ManualClock
  let ratings: SliceRatings
  let snapshots: SnapshotService
  let kept: Map<string, SnapshotRow>
  let battles: VotedBattle[]
  let reads: number
  let today: number
  /** What happens while the votes are read. */
  let meanwhile: () => void

  const vote = (choice: 'a' | 'b' | 'tie'): void => {
    const n = battles.length
    const [id, i] = [`b${n}`, n % 5]
    const pair = [`v${i}`, `v${(i + 1 + (n % 4)) % 5}`].sort() as [string, string]
    battles.push({ ...aBattle({ id, pair }), votes: [{ voterId: id, choice }] })
    clock.advance(1)
    ratings.outdate(aChange())
  }

  beforeEach(() => {
    clock = new ManualClock()
    kept = new Map()
    battles = []
    reads = 0
    today = 0
    meanwhile = () => undefined
    const votes = {
      *battles() {
        reads += 1
        yield [...battles]
        meanwhile()
      },
    } as unknown as RatedVoteRepository
    const counts = {
      load: () =>
        Promise.resolve(
          battles.map(({ versionA, versionB, votes: [cast] }) => ({
            ...{ versionA, versionB, sums: sumsOfBattle(oneVote(cast!.choice)) },
          })),
        ),
    } as unknown as PairCountRepository
    const fitter = {
      run: <K extends JobKind>(kind: K, input: Jobs[K]['input']) =>
        Promise.resolve(runJob(kind, input)),
    } as unknown as Fitter
    ratings = new SliceRatings(
      counts,
      undefined as unknown as OwnVoteRepository,
      votes,
      fitter,
      { labels: () => Promise.resolve(new Map()) } as unknown as ContestantService,
      settings,
      clock,
    )
    const versions = ['v0', 'v1', 'v2', 'v3', 'v4'].map((id) => ({ id, name: id, version: 1 }))
    const boards = new BoardService(
      { demoOnly: false } as ModelCatalog,
      ratings,
      {
        of: () => Promise.resolve(new Map(versions.map((version) => [version.id, version]))),
        listed: () => [],
      } as unknown as ContestantService,
      settings,
      clock,
    )
    snapshots = new SnapshotService(
      settings,
      clock,
      boards,
      new VoteLines(votes, {
        all: () => Promise.resolve(versions),
      } as unknown as ModelVersionRepository),
      {
        find: (id: string) => Promise.resolve(kept.get(id)),
        countSince: () => Promise.resolve(today + kept.size),
        put: (row: SnapshotRow) => Promise.resolve(kept.set(row.id, row)),
      } as unknown as SnapshotRepository,
    )
    for (let n = 0; n < VOTES; n += 1)
      vote((['a', 'b', 'tie', 'a', 'b', 'a', 'a'] as const)[n % 7]!)
  })

  it('are of the votes in their file, however many come in meanwhile', async () => {
    meanwhile = () => vote('a')
    const { votes, board } = await snapshots.take({}, 'me')
    expect([votes, board.votes, battles.length]).toEqual([VOTES, VOTES, VOTES + 1])
    expect(reads).toBe(1)
  })

  it('are the same where the votes are, on whatever way the board came to them', async () => {
    // Watched all the while, so that each fit begins where the last one ended.
    const watch = () => ratings.of(aSpec())
    await watch()
    const first = await snapshots.take({}, 'me')
    for (let i = 0; i < 5; i += 1) {
      vote('b')
      await watch()
    }
    battles.splice(VOTES)
    ratings.outdate(aChange())
    await watch()
    expect(await snapshots.take({}, 'you')).toEqual(first)
    expect(kept.size).toBe(1)
  })

  it('are refused before a vote is read where there were enough for a day', async () => {
    today = 50
    await expect(snapshots.take({}, 'me')).rejects.toMatchObject({ code: 'rate_limited' })
    expect(reads).toBe(0)
  })
})
