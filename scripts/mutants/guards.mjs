import { BLINDNESS } from './blindness.mjs'
import { CONTENT } from './content.mjs'
import { DOORS } from './doors.mjs'
import { MODELS } from './models.mjs'
import { STREAMS } from './streams.mjs'
import { VOTES } from './votes.mjs'

/**
 * The guards of the arena, each with the change that takes it away and the tests that must notice.
 * `from` has to stand in the file once: who changes a guard changes it here.
 */
export const GUARDS = [...BLINDNESS, ...CONTENT, ...DOORS, ...MODELS, ...STREAMS, ...VOTES]
