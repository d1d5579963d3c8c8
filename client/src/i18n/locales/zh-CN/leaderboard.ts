import type { leaderboard as en } from '../en/leaderboard.js'
import type { Translation } from '../../translation.js'

export const leaderboard: Translation<typeof en> = {}
