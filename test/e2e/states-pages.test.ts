import { describe } from 'vitest'
import { ADMIN } from '../shots/states/admin.js'
import { BOARD } from '../shots/states/board.js'
import { SHELL } from '../shots/states/shell.js'
import { testEvery } from './every-state.js'

describe('every state of the other pages, in light and in dark, and where there is little room', () => {
  testEvery([...BOARD, ...SHELL, ...ADMIN])
})
