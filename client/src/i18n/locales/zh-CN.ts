import type { Messages } from './en.js'
import { everywhere } from './zh-CN/everywhere.js'
import { pages } from './zh-CN/pages.js'

export const zhCN = { ...everywhere, ...pages } satisfies Messages
