import type { WatchedBattle } from './watched-battle.js'

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

function spread(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}

const log = (value: number): number => Math.log(Math.max(0, value) + 1)

/**
 * What one can measure of one side without reading a word: times, sizes, counts, order, of this side
 * and of the other. Times and sizes as logarithms.
 */
export function featuresOf(battle: WatchedBattle, side: number): number[] {
  const own = battle.frames.filter((frame) => frame.side === side)
  const other = battle.frames.filter((frame) => frame.side !== side)
  const sum = (frames: readonly { size: number }[]) =>
    frames.reduce((total, { size }) => total + size, 0)
  const first = own[0]?.at ?? 0
  const last = own.at(-1)?.at ?? 0
  const gaps = own.slice(1).map((frame, index) => frame.at - own[index]!.at)
  const sizes = own.map((frame) => frame.size)
  const end = battle.ends[side]!
  const otherEnd = battle.ends[1 - side] ?? end
  const reached = (characters: number) => {
    let shown = 0
    const frame = own.find((each) => (shown += each.size) >= characters)
    return log((frame?.at ?? last) - first)
  }
  const rateBetween = (from: number, to: number) =>
    log((1000 * sum(own.filter(({ at }) => at >= from && at < to))) / Math.max(1, to - from))
  return [
    log(sum(own)),
    log(sum(other)),
    log(own.length),
    log(first),
    log(first - (other[0]?.at ?? 0) + 10_000),
    battle.frames[0]?.side === side ? 1 : 0,
    log(last),
    log(end),
    log(end - last),
    log(end - otherEnd + 100_000),
    log(last - first),
    log((1000 * sum(own)) / Math.max(40, last - first)),
    log(mean(gaps)),
    log(spread(gaps)),
    log(quantile(gaps, 0.1)),
    log(quantile(gaps, 0.5)),
    log(quantile(gaps, 0.9)),
    log(Math.max(0, ...gaps)),
    log(mean(sizes)),
    log(spread(sizes)),
    log(quantile(sizes, 0.1)),
    log(quantile(sizes, 0.5)),
    log(quantile(sizes, 0.9)),
    log(Math.max(0, ...sizes)),
    new Set(sizes).size,
    ...[100, 300, 600, 1000, 1500].map(reached),
    rateBetween(first, first + 2000),
    rateBetween(first + 2000, first + 5000),
    rateBetween(first + 5000, first + 10_000),
    rateBetween(last - 3000, last + 1),
    gaps.filter((gap) => gap > 600).length,
  ]
}
