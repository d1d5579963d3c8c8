import type { RoomFrame } from '#shared/protocol/index'
import type { Pace } from '#server/domain/pacing/flow'
import { LiveSide } from '#server/arena/live/live-side'
import { LiveTurn } from '#server/arena/live/live-turn'
import { RoomOutput } from '#server/arena/live/room-output'
import type { Chunk } from './synthetic-provider.js'

const FRAME_MS = 40
const GIVE_UP_MS = 600_000

/** A frame as somebody sees it who can read nothing: when, of which side, how large. */
export interface SeenFrame {
  at: number
  side: number
  size: number
}

/** What the wire shows of a battle. */
export interface WatchedBattle {
  frames: SeenFrame[]
  /** When each side's end is told. */
  ends: number[]
  /** When each side's model began and was done, and how much it wrote: what nobody is told. */
  ownStarts: number[]
  ownEnds: number[]
  texts: number[]
}

export const firstShown = ({ frames }: WatchedBattle): number => frames[0]?.at ?? 0

/** How long the battle went on after the slower model was done, in milliseconds. */
export const held = ({ ends, ownEnds }: WatchedBattle): number =>
  Math.max(...ends) - Math.max(...ownEnds)

class Watcher extends RoomOutput {
  readonly frames: SeenFrame[] = []
  now = 0
  override frame(_event: RoomFrame, frame: object): void {
    const { side, text } = frame as { side: string; text: string }
    this.frames.push({ at: this.now, side: side === 'a' ? 0 : 1, size: text.length })
  }
}

/** Plays two answers, or one that is asked again alone, through the real frames of a live turn, by a clock of its own. */
export function watchBattle(answers: readonly Chunk[][], pace: Pace): WatchedBattle {
  const watcher = new Watcher()
  const sides = (['a', 'b'] as const)
    .slice(0, answers.length)
    .map((side) => new LiveSide(side, 1, true))
  const turn = new LiveTurn(
    { conversationId: 'c', turn: 1, begunAt: 0, blind: true, sides, pace, paceAlone: pace, seq: 0 },
    watcher,
  )
  const ends = answers.map(() => Infinity)
  const next = answers.map(() => 0)
  for (let now = 0; now < GIVE_UP_MS && ends.includes(Infinity); now += FRAME_MS) {
    watcher.now = now
    sides.forEach((live, side) => {
      const chunks = answers[side] as Chunk[]
      for (let chunk = chunks[next[side]!]; chunk && chunk.at <= now;) {
        live.take({ type: 'text', text: chunk.text }, now)
        chunk = chunks[(next[side]! += 1)]
        if (!chunk) live.take({ type: 'finish', reason: 'stop' }, now)
      }
    })
    turn.showMore(now, now)
    sides.forEach((live, side) => {
      if (live.over) ends[side] = Math.min(ends[side]!, now)
    })
  }
  return {
    frames: watcher.frames,
    ends,
    ownStarts: answers.map((chunks) => chunks[0]?.at ?? 0),
    ownEnds: answers.map((chunks) => chunks.at(-1)?.at ?? 0),
    texts: sides.map(({ text }) => text.length),
  }
}
