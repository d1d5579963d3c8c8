import { Controller, Get, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type {
  Bootstrap,
  Draws,
  History,
  Matrices,
  ModelView,
  PairView,
  SliceList,
} from '#shared/protocol/leaderboard-views'
import { VoteEffectQuery, type VoteEffectReply } from '#shared/protocol/vote-effect'
import { SchemaPipe } from '../edge/schema.pipe.js'
import { Voter } from '../session/voter.decorator.js'
import { BootstrapService } from './bootstrap.service.js'
import { DrawListService } from './draw-list.service.js'
import { ScoreHistoryService } from './history.service.js'
import { MatricesService } from './matrices.service.js'
import { ModelService } from './model.service.js'
import { PairService } from './pair.service.js'
import { SliceListService } from './slice-list.service.js'
import { VoteEffectService } from './vote-effect.service.js'
import { HistoryQuery, ModelQuery, PairQuery, PoolQuery, SliceQuery } from './view-queries.js'

/** What the pictures of the leaderboard are made from. */
@ApiTags('leaderboard')
@Controller('api/leaderboard')
export class LeaderboardViewsController {
  constructor(
    private readonly slices: SliceListService,
    private readonly matricesOf: MatricesService,
    private readonly pairs: PairService,
    private readonly models: ModelService,
    private readonly scores: ScoreHistoryService,
    private readonly drawn: DrawListService,
    private readonly samples: BootstrapService,
    private readonly effects: VoteEffectService,
  ) {}

  @Get('slices')
  list(
    @Query(new SchemaPipe(PoolQuery)) { demo }: PoolQuery,
    @Voter() voterId: string,
  ): Promise<SliceList> {
    return this.slices.list(demo, voterId)
  }

  @Get('matrices')
  matrices(
    @Query(new SchemaPipe(SliceQuery)) slice: SliceQuery,
    @Voter() voterId: string,
  ): Promise<Matrices> {
    return this.matricesOf.matrices(slice, voterId)
  }

  @Get('pair')
  pair(
    @Query(new SchemaPipe(PairQuery)) { slice, pair }: PairQuery,
    @Voter() voterId: string,
  ): Promise<PairView> {
    return this.pairs.pair(slice, pair, voterId)
  }

  @Get('model')
  model(
    @Query(new SchemaPipe(ModelQuery)) { slice, model }: ModelQuery,
    @Voter() voterId: string,
  ): Promise<ModelView> {
    return this.models.model(slice, model, voterId)
  }

  @Get('history')
  history(
    @Query(new SchemaPipe(HistoryQuery)) { demo, days }: HistoryQuery,
    @Voter() voterId: string,
  ): Promise<History> {
    return this.scores.history(demo, days, voterId)
  }

  @Get('draws')
  draws(
    @Query(new SchemaPipe(PoolQuery)) { demo }: PoolQuery,
    @Voter() voterId: string,
  ): Promise<Draws> {
    return this.drawn.list(demo, voterId)
  }

  @Get('bootstrap')
  bootstrap(
    @Query(new SchemaPipe(SliceQuery)) slice: SliceQuery,
    @Voter() voterId: string,
  ): Promise<Bootstrap> {
    return this.samples.bootstrap(slice, voterId)
  }

  @Get('effect')
  effect(
    @Query(new SchemaPipe(VoteEffectQuery)) { conversation }: VoteEffectQuery,
    @Voter() voterId: string,
  ): Promise<VoteEffectReply> {
    return this.effects.of(conversation, voterId)
  }
}
