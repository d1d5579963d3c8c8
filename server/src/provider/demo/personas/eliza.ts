import { respond } from '../eliza/respond.js'
import { acknowledgement, paragraphs } from './parts.js'
import type { Persona } from './persona.js'

/** Answers with questions, after the program of 1966. */
export const eliza: Persona = {
  pace: { firstMs: 350, piecesPerSecond: 60 },
  compose({ understanding, voice }) {
    return { text: paragraphs(respond(understanding, voice), acknowledgement(understanding)) }
  },
}
