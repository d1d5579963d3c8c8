import type { Translation } from '../translation.js'
import { about } from './en/about.js'
import { arena } from './en/arena.js'
import { charts } from './en/charts.js'
import { common } from './en/common.js'
import { consent } from './en/consent.js'
import { entry } from './en/entry.js'
import { errors } from './en/errors.js'
import { history } from './en/history.js'
import { leaderboard } from './en/leaderboard.js'
import { limits } from './en/limits.js'
import { me } from './en/me.js'
import { modelPage } from './en/model-page.js'
import { models } from './en/models.js'
import { pair } from './en/pair.js'
import { pictures } from './en/pictures.js'
import { reveal } from './en/reveal.js'
import { room } from './en/room.js'
import { shell } from './en/shell.js'
import { ui } from './en/ui.js'
import { vote } from './en/vote.js'
import { why } from './en/why.js'

export const en = {
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
}

export type Messages = Translation<typeof en>
