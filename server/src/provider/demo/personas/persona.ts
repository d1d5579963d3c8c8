import type { Finding } from '../findings/finding.js'
import type { Understanding } from '../kit/understand.js'
import type { Voice } from '../kit/voice.js'

export interface Draft {
  reasoning?: string
  text: string
}

export interface Pace {
  /** Milliseconds until the first piece, before jitter. */
  firstMs: number
  piecesPerSecond: number
}

interface Briefing {
  understanding: Understanding
  finding: Finding
  voice: Voice
}

/** A manner of answering. What it says it takes from the finding and from the prompt. */
export interface Persona {
  pace: Pace
  compose(briefing: Briefing): Draft
}
