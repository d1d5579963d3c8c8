import { Injectable } from '@nestjs/common'
import type { Overview } from '#shared/protocol/admin'
import { LiveTurns } from '../arena/live/live-turns.js'
import { MetricsService } from '../metrics/metrics.service.js'
import { ProviderSlots } from '../provider/provider-slots.js'
import { RealtimeServer } from '../realtime/realtime-server.js'
import { CONVERSATION_ROOM, VOTER_ROOM } from '../realtime/rooms.js'

/** What goes on in this process at the moment. */
@Injectable()
export class LiveFigures {
  constructor(
    private readonly realtime: RealtimeServer,
    private readonly turns: LiveTurns,
    private readonly slots: ProviderSlots,
    metrics: MetricsService,
  ) {
    metrics.gauge('ringside_people', 'People who have a page open.', () => this.people)
    metrics.gauge('ringside_rooms', 'Conversations that somebody looks at.', () => this.rooms)
    metrics.gauge('ringside_live_answers', 'Answers on their way.', () => this.streams)
  }

  read(): Pick<Overview, 'people' | 'rooms' | 'streams' | 'waiting'> {
    const { people, rooms, streams } = this
    return { people, rooms, streams, waiting: this.slots.waiting }
  }

  private get people(): number {
    return this.realtime.rooms(VOTER_ROOM)
  }

  private get rooms(): number {
    return this.realtime.rooms(CONVERSATION_ROOM)
  }

  private get streams(): number {
    const sides = [...this.turns.all()].flatMap((turn) => turn.sides)
    return sides.filter((side) => side.status === 'streaming' && !side.over).length
  }
}
