import { ADMIN } from './states/admin.js'
import { ARENA } from './states/arena.js'
import { BOARD } from './states/board.js'
import { SHELL } from './states/shell.js'
import type { State } from './states/steps.js'
import { VOTE } from './states/vote.js'

/** Every page and state: what is looked at in pictures, and what is checked as it is. */
export const STATES: readonly State[] = [...ARENA, ...VOTE, ...BOARD, ...SHELL, ...ADMIN]
