import { Injectable } from '@nestjs/common'
import { slicesOfVote } from '../domain/rating/slices.js'
import { KyselyDatabase, type Trx } from './kysely-database.js'
import { PairCountRepository } from './pair-count.repository.js'

/** Makes the counts of all slices anew from the votes, which are the truth. */
@Injectable()
export class CountRebuilder {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly counts: PairCountRepository,
  ) {}

  /** @returns how many votes were counted */
  rebuild(): Promise<number> {
    return this.database.write(async (trx) => {
      await this.counts.clear(trx)
      let votes = 0
      for (const { versionA, versionB, choice, demo, times } of await ratedVotes(trx)) {
        for (const slice of slicesOfVote(demo ? 'demo' : 'real')) {
          await this.counts.add(trx, slice, versionA, versionB, choice, times)
        }
        votes += times
      }
      return votes
    })
  }
}

/** Final, rated votes, equal ones together. */
const ratedVotes = (trx: Trx) =>
  trx
    .selectFrom('votes')
    .innerJoin('modelVersions', 'modelVersions.id', 'votes.versionA')
    .select((eb) => [
      'votes.versionA',
      'votes.versionB',
      'votes.choice',
      'modelVersions.demo',
      eb.fn.countAll<number>().as('times'),
    ])
    .where('votes.final', '=', 1)
    .where('votes.rated', '=', 1)
    .groupBy(['votes.versionA', 'votes.versionB', 'votes.choice', 'modelVersions.demo'])
    .execute()
