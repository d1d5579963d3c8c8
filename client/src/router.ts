import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { PAGE_PATHS } from '#shared/page-paths'
import { loadWords } from './i18n/index.js'
import { basePath } from './lib/base-url.js'

// One component behind four addresses: the first prompt turns `/` into `/c/:id` without a new page.
const ArenaView = () => import('./views/ArenaView.vue')
const TextView = () => import('./views/TextView.vue')

/** A page with words of its own. */
const worded = async <V>(view: Promise<V>, ...layers: ('pages' | 'admin')[]): Promise<V> =>
  (await Promise.all([view, ...layers.map(loadWords)]))[0]

const routes: RouteRecordRaw[] = [
  { path: PAGE_PATHS.battle, name: 'battle', component: ArenaView, props: { mode: 'battle' } },
  {
    path: PAGE_PATHS['side-by-side'],
    name: 'side-by-side',
    component: ArenaView,
    props: { mode: 'side-by-side' },
  },
  { path: PAGE_PATHS.direct, name: 'direct', component: ArenaView, props: { mode: 'direct' } },
  { path: PAGE_PATHS.conversation, name: 'conversation', component: ArenaView, props: true },
  {
    path: PAGE_PATHS.leaderboard,
    name: 'leaderboard',
    component: () => worded(import('./views/LeaderboardView.vue'), 'pages'),
  },
  {
    path: PAGE_PATHS['leaderboard-pair'],
    name: 'leaderboard-pair',
    component: () => worded(import('./views/LeaderboardPairView.vue'), 'pages'),
  },
  {
    path: PAGE_PATHS['leaderboard-model'],
    name: 'leaderboard-model',
    component: () => worded(import('./views/LeaderboardModelView.vue'), 'pages'),
  },
  {
    path: PAGE_PATHS['leaderboard-snapshot'],
    name: 'leaderboard-snapshot',
    component: () => worded(import('./views/LeaderboardSnapshotView.vue'), 'pages'),
    props: true,
  },
  {
    path: PAGE_PATHS.admin,
    name: 'admin',
    component: () => worded(import('./views/AdminView.vue'), 'pages', 'admin'),
    props: true,
  },
  {
    path: PAGE_PATHS.me,
    name: 'me',
    component: () => worded(import('./views/MeView.vue'), 'pages'),
  },
  {
    path: PAGE_PATHS.about,
    name: 'about',
    component: () => worded(import('./views/AboutView.vue'), 'pages'),
  },
  { path: PAGE_PATHS.terms, name: 'terms', component: TextView, props: { page: 'terms' } },
  { path: PAGE_PATHS.privacy, name: 'privacy', component: TextView, props: { page: 'privacy' } },
  {
    path: '/:rest(.*)*',
    name: 'notFound',
    component: () => import('./views/NotFoundView.vue'),
  },
]

export const router = createRouter({ history: createWebHistory(basePath()), routes })
