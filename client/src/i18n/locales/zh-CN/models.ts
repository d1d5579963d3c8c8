import type { models as en } from '../en/models.js'
import type { Translation } from '../../translation.js'

export const models: Translation<typeof en> = {}
