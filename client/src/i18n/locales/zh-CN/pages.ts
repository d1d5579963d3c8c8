// The words of the other pages, which are loaded with the first of them.
import type { PageMessages } from '../en.js'
import { about } from './about.js'
import { charts } from './charts.js'
import { leaderboard } from './leaderboard.js'
import { me } from './me.js'
import { modelPage } from './model-page.js'
import { pair } from './pair.js'

export const pages = {
  about,
  charts,
  leaderboard,
  me,
  modelPage,
  pair,
} satisfies PageMessages
