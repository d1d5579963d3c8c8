// The words of the arena and of what surrounds every page.
import { arena } from './arena.js'
import { common } from './common.js'
import { consent } from './consent.js'
import { entry } from './entry.js'
import { errors } from './errors.js'
import { history } from './history.js'
import { limits } from './limits.js'
import { models } from './models.js'
import { pictures } from './pictures.js'
import { reveal } from './reveal.js'
import { room } from './room.js'
import { shell } from './shell.js'
import { ui } from './ui.js'
import { vote } from './vote.js'
import { why } from './why.js'

export const everywhere = {
  arena,
  common,
  consent,
  entry,
  errors,
  history,
  limits,
  models,
  pictures,
  reveal,
  room,
  shell,
  ui,
  vote,
  why,
}
