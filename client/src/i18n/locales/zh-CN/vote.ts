import type { vote as en } from '../en/vote.js'
import type { Translation } from '../../translation.js'

export const vote: Translation<typeof en> = {}
