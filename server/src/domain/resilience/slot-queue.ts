/** Grants of others by which one that waits is passed over before its lanes are kept free for it. */
const PATIENCE = 8

/** How many places somebody needs, by lane; all of them at once or none. */
export type Needs = ReadonlyMap<string, number>

export interface SlotLimits {
  /** Places of each lane. */
  places: number
  /** Who may wait for each lane. */
  waiting: number
}

export interface Claim {
  voterId: string
  needs: Needs
  granted(): void
  /** One's place in line, from 1; told whenever it changes. */
  moved(position: number): void
}

interface Waiting extends Claim {
  position: number
  passed: number
}

/**
 * Places in lanes, and a fair line before them: voters take turns, each voter's own claims in their order.
 * A claim gets all its places at once, so that no two claims can hold what the other needs. Who needs a
 * full lane lets others pass in the lanes that it shares with them, but not for ever.
 */
export class SlotQueue {
  private readonly taken = new Map<string, number>()
  /** The first voter is the next one whose turn it is. */
  private readonly voters = new Map<string, Waiting[]>()

  constructor(private readonly limits: SlotLimits) {}

  /** Whether a claim would be let in or find a place in line. */
  hasRoom(needs: Needs): boolean {
    return [...needs.keys()].every((lane) => this.waitingFor(lane) < this.limits.waiting)
  }

  /** Whether a claim would be served at once, where a place of the lane `leaving` is given back before. */
  fitsNow(needs: Needs, leaving?: string): boolean {
    const kept = new Set(this.order().flatMap((claim) => this.keptFor(claim)))
    return [...needs].every(([lane, count]) => {
      const given = lane === leaving && this.waitingFor(lane) === 0 ? 1 : 0
      return this.fits(lane, count - given) && !kept.has(lane)
    })
  }

  waitingFor(lane: string): number {
    return this.order().filter((claim) => claim.needs.has(lane)).length
  }

  get waiting(): number {
    return this.order().length
  }

  /** @returns how to leave the line, or undefined where it is full */
  enter(claim: Claim): (() => void) | undefined {
    if (!this.hasRoom(claim.needs)) return undefined
    const waiting: Waiting = { ...claim, position: 0, passed: 0 }
    this.voters.set(claim.voterId, [...(this.voters.get(claim.voterId) ?? []), waiting])
    this.serve()
    return () => {
      if (this.drop(waiting)) this.serve()
    }
  }

  release(lane: string): void {
    this.taken.set(lane, (this.taken.get(lane) ?? 1) - 1)
    this.serve()
  }

  /** Everybody who waits: each voter's first, then each voter's second, and so on. */
  private order(): Waiting[] {
    const lines = [...this.voters.values()]
    const longest = Math.max(0, ...lines.map((line) => line.length))
    return Array.from({ length: longest }, (_, rank) =>
      lines.flatMap((line) => line[rank] ?? []),
    ).flat()
  }

  private serve(): void {
    for (let next = this.next(); next; next = this.next()) {
      this.grant(next)
    }
    this.tellPositions()
  }

  /** The first in line who can be served without taking what is kept for one before. */
  private next(): Waiting | undefined {
    const kept = new Set<string>()
    for (const claim of this.order()) {
      const lanes = [...claim.needs.keys()]
      if (this.lackedBy(claim).length === 0 && !lanes.some((lane) => kept.has(lane))) return claim
      for (const lane of this.keptFor(claim)) kept.add(lane)
    }
    return undefined
  }

  private lackedBy({ needs }: Claim): string[] {
    return [...needs].filter(([lane, count]) => !this.fits(lane, count)).map(([lane]) => lane)
  }

  /** Lanes in which nobody behind may pass one that waits. */
  private keptFor(claim: Waiting): readonly string[] {
    return claim.passed >= PATIENCE ? [...claim.needs.keys()] : this.lackedBy(claim)
  }

  private fits(lane: string, count: number): boolean {
    return (this.taken.get(lane) ?? 0) + count <= this.limits.places
  }

  private grant(claim: Waiting): void {
    for (const other of this.order()) {
      if (other === claim) break
      if (sharesLane(other, claim)) other.passed += 1
    }
    this.drop(claim)
    this.toTheEnd(claim.voterId)
    for (const [lane, count] of claim.needs) {
      this.taken.set(lane, (this.taken.get(lane) ?? 0) + count)
    }
    claim.granted()
  }

  private drop(claim: Waiting): boolean {
    const line = this.voters.get(claim.voterId) ?? []
    const rest = line.filter((other) => other !== claim)
    if (rest.length > 0) this.voters.set(claim.voterId, rest)
    else this.voters.delete(claim.voterId)
    return rest.length < line.length
  }

  private toTheEnd(voterId: string): void {
    const line = this.voters.get(voterId)
    if (!line) return
    this.voters.delete(voterId)
    this.voters.set(voterId, line)
  }

  private tellPositions(): void {
    const before: Waiting[] = []
    for (const claim of this.order()) {
      const position = 1 + before.filter((other) => sharesLane(other, claim)).length
      before.push(claim)
      if (position === claim.position) continue
      claim.position = position
      claim.moved(position)
    }
  }
}

const sharesLane = (one: Claim, other: Claim): boolean =>
  [...one.needs.keys()].some((lane) => other.needs.has(lane))
