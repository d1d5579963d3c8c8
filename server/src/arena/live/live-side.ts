import type { AnswerErrorCode } from '#shared/error-codes'
import type { AnswerStatus, FinishReason, Side } from '#shared/vocabulary'
import type { AnswerEvent, Usage } from '../../domain/conversation/answer-event.js'
import type { Flow } from '../../domain/pacing/flow.js'
import type { AnswerRecord } from '../../storage/conversations/answer-write.js'

/** How an attempt ended. */
export interface Ending {
  status: Extract<AnswerStatus, 'done' | 'stopped' | 'failed' | 'interrupted'>
  finishReason?: FinishReason
  errorCode?: AnswerErrorCode
}

/** One side's answer while it is on its way: what came in, and how much of it has been shown. */
export class LiveSide {
  status: AnswerStatus = 'queued'
  text = ''
  reasoning = ''
  shown = 0
  reasoningShown = 0
  /** Set once nothing more will come in; the status follows when the end may be told. */
  ending: Ending | undefined
  /** What a stop found behind the pace and kept from everybody: the model had failed by then. */
  private broken: AnswerErrorCode | undefined
  /** All of it has been shown, and that it has ended may be known. */
  over = false
  usage: Usage = {}
  startedAt: number | null = null
  firstTokenAt: number | null = null
  /** When the first of its text was sent to the room. */
  firstShownAt: number | null = null
  endedAt: number | null = null
  /** Differs from what is in storage. */
  dirty = false
  /** Ended from outside, which nobody needs to be kept from seeing at once. */
  private halted = false
  readonly abort = new AbortController()

  constructor(
    readonly side: Side,
    public attempt: number,
    /** Names are hidden: nothing beyond what was shown may be kept, since it would tell who was ahead. */
    private readonly blind: boolean,
    /** Times that it was asked anew alone after it was stopped. */
    readonly reasked = 0,
  ) {}

  take(event: AnswerEvent, now: number): void {
    switch (event.type) {
      case 'text':
        this.text += withoutNul(event.text)
        break
      case 'reasoning':
        this.reasoning += withoutNul(event.text)
        break
      case 'usage':
        this.usage = { ...this.usage, ...event.usage }
        return
      case 'finish':
        this.end({ status: 'done', finishReason: event.reason }, now)
        return
    }
    this.firstTokenAt ??= now
    this.dirty = true
  }

  end(ending: Ending, now: number): void {
    if (this.ending) return
    this.text = withoutHalf(this.text)
    this.reasoning = withoutHalf(this.reasoning)
    this.ending = ending
    this.endedAt = now
  }

  /**
   * Ends here by a person's word. What has failed already stays failed; a failure that is still hidden is
   * not told by this either, and only written down.
   */
  stop(now: number): void {
    if (this.over) return
    const failed = this.ending?.status === 'failed' ? this.ending : undefined
    if (this.blind) this.broken = failed?.errorCode
    this.cut(failed && !this.blind ? failed : { status: 'stopped' }, now)
  }

  /** Ends here because the process stops; what was there is kept for the next start. */
  interrupt(now: number): void {
    this.cut({ status: 'interrupted', errorCode: 'answer_interrupted' }, now)
    this.shown = this.text.length
    this.settle(true)
  }

  private cut(ending: Ending, now: number): void {
    if (this.over) return
    if (this.blind) this.text = this.text.slice(0, this.shown)
    this.ending = ending
    this.endedAt ??= now
    this.halted = true
    this.abort.abort()
  }

  get flow(): Flow {
    return { received: this.text.length, shown: this.shown, ended: this.ending !== undefined }
  }

  /** Something of this attempt has been sent to the room. */
  get seen(): boolean {
    return this.shown > 0 || this.reasoningShown > 0
  }

  /** Drops what came in and nobody has seen; the next attempt begins with nothing. */
  forget(): void {
    this.text = ''
    this.reasoning = ''
    this.usage = {}
    this.firstTokenAt = null
    this.dirty = true
  }

  /** Ends for the viewers too, where all is shown and the pace allows it to be told. */
  settle(allowed: boolean): void {
    const drained = this.ending !== undefined && this.shown === this.text.length
    this.over ||= drained && (allowed || this.halted)
  }

  /** Moves the shown text on. @returns the new part, never half of a surrogate pair */
  show(length: number, now: number): string {
    const end = this.whole(this.text, length)
    if (end <= this.shown) return ''
    const part = this.text.slice(this.shown, end)
    this.shown = end
    this.firstShownAt ??= now
    this.dirty = true
    return part
  }

  showReasoning(): string {
    const end = this.whole(this.reasoning, this.reasoning.length)
    const part = this.reasoning.slice(this.reasoningShown, end)
    this.reasoningShown = end
    return part
  }

  /** `length`, or one less where the second half of a pair is still to come. */
  private whole(text: string, length: number): number {
    const end = Math.min(length, text.length)
    const more = end < text.length || !this.ending
    return more && isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end
  }

  /** Length of the text that storage should hold now. */
  get kept(): number {
    return this.blind ? this.shown : this.text.length
  }

  /** What storage should hold now. */
  record(): AnswerRecord {
    const { ending, usage } = this
    const terminal = ending !== undefined && this.over
    return {
      status: this.status,
      text: this.text.slice(0, this.kept),
      reasoning: this.reasoning,
      startedAt: this.startedAt,
      firstTokenAt: this.firstTokenAt,
      firstShownAt: this.firstShownAt,
      inputTokens: usage.inputTokens ?? null,
      outputTokens: usage.outputTokens ?? null,
      reasoningTokens: usage.reasoningTokens ?? null,
      finishedAt: terminal ? this.endedAt : null,
      finishReason: terminal ? (ending.finishReason ?? null) : null,
      errorCode: terminal ? (ending.errorCode ?? this.broken ?? null) : null,
    }
  }
}

/** Nothing can store or show half of a surrogate pair. */
const withoutHalf = (text: string): string =>
  isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Postgres stores no U+0000, and nobody can read one. */
const withoutNul = (text: string): string =>
  text.includes('\0') ? text.replaceAll('\0', '') : text
