import type { Finding } from '../config/startup-error.js'
import { ArraySplitter } from './rate-array.js'
import { readBattle } from './rate-battle.js'
import { LineSplitter } from './rate-lines.js'
import { BrokenText, type Splitter } from './rate-splitter.js'
import type { BattleTally } from './rate-tally.js'

const MOST_FAULTS = 10

/** What is wrong in a battle file: the first faults, each with its place. */
export class BattleFaults extends Error {
  constructor(readonly faults: readonly Finding[]) {
    super('The battles cannot be read')
  }
}

/** Counts the battles of a text that comes in pieces: an array of JSON, or one object a line. */
export class BattleReader {
  private splitter: Splitter | undefined
  /** Blank text before the first value, whose kind is not known yet. */
  private blank = ''
  private readonly faults: Finding[] = []
  private elements = 0

  constructor(private readonly tally: BattleTally) {}

  /** @throws BattleFaults when there are so many that reading on is of no use */
  push(piece: string): void {
    const text = this.blank + piece
    this.splitter ??= this.splitterOf(text.trimStart())
    if (!this.splitter) this.blank = text
    else {
      this.blank = ''
      this.attempt(this.splitter, (splitter) => splitter.push(text))
    }
  }

  /** @throws BattleFaults with every fault that was found */
  end(): void {
    if (this.splitter) this.attempt(this.splitter, (splitter) => splitter.end())
    if (this.faults.length > 0) throw new BattleFaults(this.faults)
  }

  private splitterOf(start: string): Splitter | undefined {
    if (start === '') return undefined
    if (!start.startsWith('[')) {
      return new LineSplitter((json, line) => this.count(json, `line ${line}`))
    }
    return new ArraySplitter((json, line) => {
      this.elements += 1
      this.count(json, `element ${this.elements} (line ${line})`)
    })
  }

  private count(json: string, place: string): void {
    try {
      this.tally.add(readBattle(json))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      this.fault(place, error.message)
    }
  }

  private attempt(splitter: Splitter, work: (splitter: Splitter) => void): void {
    try {
      work(splitter)
    } catch (error) {
      if (!(error instanceof BrokenText)) throw error
      this.fault(`line ${error.line}`, error.message)
      throw new BattleFaults(this.faults)
    }
  }

  private fault(path: string, message: string): void {
    this.faults.push({ path, message })
    if (this.faults.length === MOST_FAULTS) throw new BattleFaults(this.faults)
  }
}
