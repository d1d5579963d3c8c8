import { anthropicWire } from './anthropic.wire.js'
import { geminiWire } from './gemini.wire.js'
import { mistralWire } from './mistral.wire.js'
import { openaiWire } from './openai.wire.js'
import type { WireName } from './script.js'
import type { Wire } from './wire.js'

/** The four wire formats by the name of their API. */
export const WIRES: Record<WireName, Wire> = {
  openai: openaiWire,
  anthropic_message: anthropicWire,
  gemini: geminiWire,
  mistral: mistralWire,
}
