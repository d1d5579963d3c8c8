import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { basePath } from './lib/base-url.js'

// One component behind four addresses: the first prompt turns `/` into `/c/:id` without a new page.
const ArenaView = () => import('./views/ArenaView.vue')

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'battle', component: ArenaView, props: { mode: 'battle' } },
  {
    path: '/side-by-side',
    name: 'side-by-side',
    component: ArenaView,
    props: { mode: 'side-by-side' },
  },
  { path: '/direct', name: 'direct', component: ArenaView, props: { mode: 'direct' } },
  { path: '/c/:conversationId', name: 'conversation', component: ArenaView, props: true },
  {
    path: '/leaderboard',
    name: 'leaderboard',
    component: () => import('./views/LeaderboardView.vue'),
  },
  {
    path: '/leaderboard/pair',
    name: 'leaderboard-pair',
    component: () => import('./views/LeaderboardPairView.vue'),
  },
  {
    path: '/leaderboard/model',
    name: 'leaderboard-model',
    component: () => import('./views/LeaderboardModelView.vue'),
  },
  {
    path: '/leaderboard/snapshots/:id',
    name: 'leaderboard-snapshot',
    component: () => import('./views/LeaderboardSnapshotView.vue'),
    props: true,
  },
  {
    path: '/admin/:section?',
    name: 'admin',
    component: () => import('./views/AdminView.vue'),
    props: true,
  },
  { path: '/about', name: 'about', component: () => import('./views/AboutView.vue') },
  {
    path: '/:rest(.*)*',
    name: 'notFound',
    component: () => import('./views/NotFoundView.vue'),
  },
]

export const router = createRouter({ history: createWebHistory(basePath()), routes })
