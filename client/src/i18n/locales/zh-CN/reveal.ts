import type { reveal as en } from '../en/reveal.js'
import type { Translation } from '../../translation.js'

export const reveal: Translation<typeof en> = {}
