import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { PAGE_PATHS } from '#shared/page-paths'
import { loadAdminWords } from './i18n/index.js'
import { basePath } from './lib/base-url.js'

// One component behind four addresses: the first prompt turns `/` into `/c/:id` without a new page.
const ArenaView = () => import('./views/ArenaView.vue')
const TextView = () => import('./views/TextView.vue')

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
    component: () => import('./views/LeaderboardView.vue'),
  },
  {
    path: PAGE_PATHS['leaderboard-pair'],
    name: 'leaderboard-pair',
    component: () => import('./views/LeaderboardPairView.vue'),
  },
  {
    path: PAGE_PATHS['leaderboard-model'],
    name: 'leaderboard-model',
    component: () => import('./views/LeaderboardModelView.vue'),
  },
  {
    path: PAGE_PATHS['leaderboard-snapshot'],
    name: 'leaderboard-snapshot',
    component: () => import('./views/LeaderboardSnapshotView.vue'),
    props: true,
  },
  {
    path: PAGE_PATHS.admin,
    name: 'admin',
    component: async () =>
      (await Promise.all([import('./views/AdminView.vue'), loadAdminWords()]))[0],
    props: true,
  },
  { path: PAGE_PATHS.me, name: 'me', component: () => import('./views/MeView.vue') },
  { path: PAGE_PATHS.about, name: 'about', component: () => import('./views/AboutView.vue') },
  { path: PAGE_PATHS.terms, name: 'terms', component: TextView, props: { page: 'terms' } },
  { path: PAGE_PATHS.privacy, name: 'privacy', component: TextView, props: { page: 'privacy' } },
  {
    path: '/:rest(.*)*',
    name: 'notFound',
    component: () => import('./views/NotFoundView.vue'),
  },
]

export const router = createRouter({ history: createWebHistory(basePath()), routes })
