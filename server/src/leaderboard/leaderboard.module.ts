import { Global, Module } from '@nestjs/common'
import { CountedVotes } from '../domain/voting/counted-votes.js'
import { BoardBroadcaster } from './board.broadcaster.js'
import { BoardService } from './board.service.js'
import { ContestantService } from './contestant.service.js'
import { LeaderboardController } from './leaderboard.controller.js'
import { LeaderboardGateway } from './leaderboard.gateway.js'
import { LiveBoards } from './live-boards.js'
import { SliceRatings } from './slice-ratings.js'

/** Global, so that the arena can tell of counted votes without knowing who listens. */
@Global()
@Module({
  controllers: [LeaderboardController],
  providers: [
    BoardBroadcaster,
    BoardService,
    ContestantService,
    LeaderboardGateway,
    LiveBoards,
    SliceRatings,
    { provide: CountedVotes, useExisting: LiveBoards },
  ],
  exports: [CountedVotes],
})
export class LeaderboardModule {}
