import type { Translation } from '../translation.js'
import { everywhere } from './en/everywhere.js'
import { pages } from './en/pages.js'

export const en = { ...everywhere, ...pages }

export type EverywhereMessages = Translation<typeof everywhere>
export type PageMessages = Translation<typeof pages>
export type Messages = Translation<typeof en>
