import type { about as en } from '../en/about.js'
import type { Translation } from '../../translation.js'

export const about: Translation<typeof en> = {}
