import { coder } from './coder.js'
import { eliza } from './eliza.js'
import { mathematician } from './mathematician.js'
import type { Persona } from './persona.js'
import { reasoner } from './reasoner.js'
import { slow } from './slow.js'
import { terse } from './terse.js'
import { thorough } from './thorough.js'

/** By the `model_name` of the endpoint. */
export const PERSONAS: ReadonlyMap<string, Persona> = new Map(
  Object.entries({ terse, thorough, coder, mathematician, slow, reasoner, eliza }),
)
