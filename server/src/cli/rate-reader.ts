import type { Finding } from '../config/startup-error.js'
import { ArraySplitter } from './rate-array.js'
import { LineSplitter } from './rate-lines.js'
import { BrokenText, type Splitter } from './rate-splitter.js'

const MOST_FAULTS = 10

/** What is wrong in a battle file: the first faults, each with its place. */
export class BattleFaults extends Error {
  constructor(readonly faults: readonly Finding[]) {
    super('The battles cannot be read')
  }
}

/** What some editors and spreadsheets put before the first letter, to say that it is UTF-8: no part of the text. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

/** Reads the battles of a text that comes in pieces: an array of JSON, or one object a line. */
export class BattleReader {
  private splitter: Splitter | undefined
  private begun = false
  /** Blank text before the first value, whose kind is not known yet. */
  private blank = ''
  private readonly faults: Finding[] = []
  private elements = 0

  /**
   * @param take is given each battle, and throws a SyntaxError that says what is wrong with it
   * @param onFault hears of faults where reading shall go on, however many there are
   */
  constructor(
    private readonly take: (json: string) => void,
    private readonly onFault?: (fault: Finding) => void,
  ) {}

  /** @throws BattleFaults when there are so many that reading on is of no use */
  push(piece: string): void {
    const text = this.blank + (this.begun ? piece : withoutMark(piece))
    this.begun ||= piece !== ''
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
      return new LineSplitter((json, line) => this.read(json, `line ${line}`))
    }
    return new ArraySplitter((json, line) => {
      this.elements += 1
      this.read(json, `element ${this.elements} (line ${line})`)
    })
  }

  private read(json: string, place: string): void {
    try {
      this.take(json)
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
      throw new BattleFaults([
        ...this.faults,
        { path: `line ${error.line}`, message: error.message },
      ])
    }
  }

  private fault(path: string, message: string): void {
    if (this.onFault) return this.onFault({ path, message })
    this.faults.push({ path, message })
    if (this.faults.length === MOST_FAULTS) throw new BattleFaults(this.faults)
  }
}
