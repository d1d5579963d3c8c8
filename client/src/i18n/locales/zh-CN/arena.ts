import type { arena as en } from '../en/arena.js'
import type { Translation } from '../../translation.js'

export const arena: Translation<typeof en> = {}
