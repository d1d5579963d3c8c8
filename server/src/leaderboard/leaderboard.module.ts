import { Global, Module } from '@nestjs/common'
import { DrawInterest } from '../domain/pairing/draw-interest.js'
import { CountedVotes } from '../domain/voting/counted-votes.js'
import { ActiveDraws } from './active-draws.js'
import { BoardBroadcaster } from './board.broadcaster.js'
import { BoardService } from './board.service.js'
import { BootstrapService } from './bootstrap.service.js'
import { ContestantService } from './contestant.service.js'
import { DrawListService } from './draw-list.service.js'
import { FitThreads } from './fit/fit-threads.js'
import { Fitter } from './fit/fitter.js'
import { ScoreHistoryService } from './history.service.js'
import { LeaderboardController } from './leaderboard.controller.js'
import { LeaderboardGateway } from './leaderboard.gateway.js'
import { LiveBoards } from './live-boards.js'
import { MatricesService } from './matrices.service.js'
import { ModelService } from './model.service.js'
import { PairService } from './pair.service.js'
import { ScoreDays } from './score-days.js'
import { SliceListService } from './slice-list.service.js'
import { SliceRatings } from './slice-ratings.js'
import { SnapshotController } from './snapshot.controller.js'
import { SnapshotService } from './snapshot.service.js'
import { LeaderboardViewsController } from './views.controller.js'
import { VoteEffectService } from './vote-effect.service.js'
import { VoteLines } from './votes-file/vote-lines.js'

/** Global, so that the arena can tell of counted votes, and ask what is worth a draw, without knowing who answers. */
@Global()
@Module({
  controllers: [LeaderboardController, LeaderboardViewsController, SnapshotController],
  providers: [
    ActiveDraws,
    BoardBroadcaster,
    BoardService,
    BootstrapService,
    ContestantService,
    DrawListService,
    FitThreads,
    Fitter,
    LeaderboardGateway,
    LiveBoards,
    MatricesService,
    ModelService,
    PairService,
    ScoreDays,
    ScoreHistoryService,
    SliceListService,
    SliceRatings,
    SnapshotService,
    VoteEffectService,
    VoteLines,
    { provide: CountedVotes, useExisting: LiveBoards },
    { provide: DrawInterest, useExisting: ActiveDraws },
  ],
  exports: [CountedVotes, DrawInterest],
})
export class LeaderboardModule {}
