import type { Messages } from './en.js'
import { about } from './zh-CN/about.js'
import { arena } from './zh-CN/arena.js'
import { charts } from './zh-CN/charts.js'
import { common } from './zh-CN/common.js'
import { consent } from './zh-CN/consent.js'
import { entry } from './zh-CN/entry.js'
import { errors } from './zh-CN/errors.js'
import { history } from './zh-CN/history.js'
import { leaderboard } from './zh-CN/leaderboard.js'
import { limits } from './zh-CN/limits.js'
import { me } from './zh-CN/me.js'
import { modelPage } from './zh-CN/model-page.js'
import { models } from './zh-CN/models.js'
import { pair } from './zh-CN/pair.js'
import { pictures } from './zh-CN/pictures.js'
import { reveal } from './zh-CN/reveal.js'
import { room } from './zh-CN/room.js'
import { shell } from './zh-CN/shell.js'
import { ui } from './zh-CN/ui.js'
import { vote } from './zh-CN/vote.js'
import { why } from './zh-CN/why.js'

export const zhCN = {
  about,
  arena,
  charts,
  common,
  consent,
  entry,
  errors,
  history,
  leaderboard,
  limits,
  me,
  modelPage,
  models,
  pair,
  pictures,
  reveal,
  room,
  shell,
  ui,
  vote,
  why,
} satisfies Messages
