import { describe } from 'vitest'
import { ARENA } from '../shots/states/arena.js'
import { VOTE } from '../shots/states/vote.js'
import { testEvery } from './every-state.js'

describe('every state of the ring, in light and in dark, and where there is little room', () => {
  testEvery([...ARENA, ...VOTE])
})
