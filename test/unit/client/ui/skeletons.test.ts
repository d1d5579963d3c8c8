import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n, loadWords } from '../../../../client/src/i18n/index.js'
import HistoryList from '../../../../client/src/components/shell/HistoryList.vue'
import AdminModels from '../../../../client/src/components/admin/models/AdminModels.vue'
import AdminOverview from '../../../../client/src/components/admin/overview/AdminOverview.vue'
import AdminRecord from '../../../../client/src/components/admin/record/AdminRecord.vue'
import AboutView from '../../../../client/src/views/AboutView.vue'
import LeaderboardModelView from '../../../../client/src/views/LeaderboardModelView.vue'
import LeaderboardPairView from '../../../../client/src/views/LeaderboardPairView.vue'
import LeaderboardSnapshotView from '../../../../client/src/views/LeaderboardSnapshotView.vue'
import LeaderboardView from '../../../../client/src/views/LeaderboardView.vue'
import MeView from '../../../../client/src/views/MeView.vue'
import TextView from '../../../../client/src/views/TextView.vue'
import { fakeSocket } from '../stores/fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

await loadWords('pages')
await loadWords('admin')

let page: VueWrapper | undefined

/** Of a server that has not answered yet. */
beforeEach(() => {
  fakeSocket.reset()
  vi.stubGlobal('fetch', () => new Promise(() => {}))
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function open(component: Component, props: object = {}, path = '/') {
  const routes = ['battle', 'leaderboard', 'leaderboard-model', 'leaderboard-pair', 'privacy']
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: { template: '<p />' } },
      ...routes.map((name) => ({ path: `/${name}`, name, component: { template: '<p />' } })),
    ],
  })
  await router.push(path)
  page = mount(component, { props, global: { plugins: [createPinia(), i18n, router] } })
  await flushPromises()
  return page
}

describe('what is not there yet has its place held', () => {
  it.each<[string, Component, object, string]>([
    ['the board', LeaderboardView, {}, '/'],
    ['a cited board', LeaderboardSnapshotView, { id: 's1' }, '/'],
    ['a model', LeaderboardModelView, {}, '/?name=one'],
    ['two models', LeaderboardPairView, {}, '/?a=one&b=two'],
    ['the history', HistoryList, { rows: [], state: 'loading', search: '', more: false }, '/'],
    ['what is kept', MeView, {}, '/'],
    ['the page about the arena', AboutView, {}, '/'],
    ['terms', TextView, { page: 'terms' }, '/'],
    ['the overview of the admin side', AdminOverview, {}, '/'],
    ['its models', AdminModels, {}, '/'],
    ['its record', AdminRecord, {}, '/'],
  ])('on %s', async (_, component, props, path) => {
    const held = (await open(component, props, path)).findAll('[role="status"]')
    expect(held.map((each) => each.attributes('aria-label'))).toContain('Loading')
    expect(held.flatMap((each) => each.findAll('.ghost')).length).toBeGreaterThan(3)
  })

  it('of a history that is there, or cannot be had, none', async () => {
    for (const state of ['ready', 'failed']) {
      const list = await open(HistoryList, { rows: [], state, search: '', more: false })
      expect(list.find('[role="status"]').exists()).toBe(false)
    }
  })
})
