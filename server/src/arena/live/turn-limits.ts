import { Injectable, Logger } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { longestHoldMs } from '../../domain/pacing/pace.js'
import { Clock } from '../../domain/ports.js'
import { RealtimeServer } from '../../realtime/realtime-server.js'
import { conversationRoom } from '../../realtime/rooms.js'
import type { LiveTurn } from './live-turn.js'

const LOOK_MS = 1_000
/** For what a turn still has to do when its models have had all their time. */
const GRACE_MS = 10_000

interface Watched {
  turn: LiveTurn
  /** A turn of which nothing comes in and nothing goes out for so long is stuck, in milliseconds. */
  silenceMs: number
  /** Its models and the pace have no more time than this once it has places, in milliseconds. */
  answersMs: number
  progress: string
  movedAt: number
  seenAt: number
}

/** No turn runs for ever: not without anybody in its room, not without any sign of life, and not beyond its time. */
@Injectable()
export class TurnLimits {
  private readonly logger = new Logger('Turns')
  private readonly watched = new Set<Watched>()
  private cancelLook: (() => void) | undefined

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly realtime: RealtimeServer,
  ) {}

  /** `limitMs`: how long its models may take in all. */
  watch(turn: LiveTurn, limitMs: number): void {
    const now = this.clock.elapsed()
    const most = limitMs + GRACE_MS
    const watched = {
      ...{ turn, silenceMs: most, answersMs: most },
      ...{ progress: progressOf(turn), movedAt: now, seenAt: now },
    }
    this.watched.add(watched)
    void turn.closed.then(() => this.watched.delete(watched))
    this.cancelLook ??= this.clock.after(LOOK_MS, () => this.look())
  }

  private look(): void {
    const now = this.clock.elapsed()
    for (const watched of this.watched) this.check(watched, now)
    this.cancelLook =
      this.watched.size > 0 ? this.clock.after(LOOK_MS, () => this.look()) : undefined
  }

  private check(watched: Watched, now: number): void {
    const { turn } = watched
    const progress = progressOf(turn)
    if (progress !== watched.progress) Object.assign(watched, { progress, movedAt: now })
    if (this.realtime.size(conversationRoom(turn.conversationId)) > 0) watched.seenAt = now
    const { unwatchedMs } = this.settings
    if (unwatchedMs > 0 && now - watched.seenAt >= unwatchedMs) turn.stop(this.clock.now())
    if (this.isOverdue(watched, now)) {
      this.logger.error('A turn went on beyond all its time and was ended', turn.origin)
      turn.conclude(this.clock.now())
      watched.answersMs = Infinity
    }
    if (now - watched.movedAt < watched.silenceMs) return
    this.logger.error('A turn stood still beyond all its limits and was interrupted', turn.origin)
    turn.interrupt(this.clock.now(), now)
    watched.movedAt = now
  }

  private isOverdue({ turn, answersMs }: Watched, now: number): boolean {
    const { answeringSince = now, blind, alone } = turn
    const pace = blind ? this.settings.blindPace : 'off'
    return now - answeringSince >= answersMs + longestHoldMs(pace, alone)
  }
}

/** Changes with every frame and, where the pace keeps all back for minutes, with all that comes in. */
const progressOf = ({ seq, sides }: LiveTurn): string =>
  [seq, ...sides.flatMap(({ text, reasoning }) => [text.length, reasoning.length])].join()
