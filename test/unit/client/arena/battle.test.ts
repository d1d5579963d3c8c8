import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Snapshot } from '#shared/protocol/conversation'
import type { ModelCard } from '#shared/protocol/model'
import { i18n } from '../../../../client/src/i18n/index.js'
import { useConversation } from '../../../../client/src/stores/conversation.js'
import { useModels } from '../../../../client/src/stores/models.js'
import { useSite } from '../../../../client/src/stores/site.js'
import { loadTurnParts } from '../../../../client/src/components/arena/load-turn-parts.js'
import ArenaView from '../../../../client/src/views/ArenaView.vue'
import { fakeSocket, ok } from '../stores/fake-socket.js'
import { aSnapshot, aTurn } from './a-conversation.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('../stores/fake-socket.js')).fakeSocket,
}))

// A page has them by the first prompt; here nobody waits for a file.
await loadTurnParts()

const card = (name: string): ModelCard => ({
  name,
  organization: 'Demo Lab',
  license: 'MIT',
  provider: 'demo',
  firstTokenMs: 400,
  totalMs: 2_000,
  outputTokens: 30,
  tokensPerSecond: 20,
})

/** The server of these scenes: one battle, as it stands. */
const room = { snapshot: aSnapshot(), seq: 0, refuse: '', clockMs: 0 }

/** By the server's clock, from which that of this device may differ. */
const serverNow = () => Date.now() + room.clockMs

function answer(event: string): unknown {
  if (room.refuse) {
    return { ok: false, error: { code: room.refuse, message: '', retryAfterMs: 20_000 } }
  }
  if (event === 'conversation:start') return ok({ conversationId: 'c1', turn: 1 })
  if (event === 'conversation:join') {
    return ok({ snapshot: structuredClone(room.snapshot), seq: room.seq, now: serverNow() })
  }
  if (event === 'vote:cast') {
    return ok({ vote: { turn: 1, choice: 'a', finalAt: serverNow() + 3_000, final: false } })
  }
  return ok({})
}

const payloadsOf = (event: string) =>
  fakeSocket.sent.filter((each) => each.event === event).map(({ payload }) => payload)

async function settle(): Promise<void> {
  await flushPromises()
  await vi.advanceTimersByTimeAsync(50)
  await flushPromises()
}

async function enter(path: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'battle', component: ArenaView, props: { mode: 'battle' } },
      { path: '/c/:conversationId', name: 'conversation', component: ArenaView, props: true },
      { path: '/leaderboard', name: 'leaderboard', component: { template: '<p />' } },
    ],
  })
  await router.push(path)
  const page = mount(
    { template: '<RouterView />' },
    { global: { plugins: [createPinia(), i18n, router] }, attachTo: document.body },
  )
  const stop = useConversation().start()
  useSite().site = {
    demoOnly: true,
    demo: true,
    battles: true,
    visionArena: false,
    visionBattles: false,
    voteGraceMs: 3_000,
    earlyVotesRated: false,
    voteReasons: { better: [], faults: [] },
    admin: true,
    version: '0',
  }
  cleanUp = () => {
    page.unmount()
    stop()
  }
  await settle()
  const button = (name: string) =>
    page
      .findAll('button')
      .find((each) => each.text().includes(name) || each.attributes('aria-label') === name)
  return { page, router, button }
}

const answers = (a: Partial<Snapshot['turns'][0]['answers']['a']>, b: typeof a) => ({
  a: { text: 'Alpha says', status: 'done' as const, attempt: 1, ...a },
  b: { text: 'Beta says', status: 'done' as const, attempt: 1, ...b },
})

let cleanUp = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  fakeSocket.reset()
  sessionStorage.clear()
  Object.assign(room, { snapshot: aSnapshot(), seq: 0, refuse: '', clockMs: 0 })
  fakeSocket.answers(answer)
  vi.stubGlobal(
    'fetch',
    vi.fn((path: string) =>
      Promise.resolve(
        /leaderboard/.test(path)
          ? new Response('', { status: 404 })
          : new Response('{"conversations":[],"models":[]}'),
      ),
    ),
  )
})

afterEach(() => {
  cleanUp()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a battle on the page', () => {
  it('goes from the first prompt to the names, and only the address changes', async () => {
    const { page, router, button } = await enter('/')
    const composer = page.get('textarea')
    await composer.setValue('Why is the sky blue?')
    await composer.trigger('keydown', { key: 'Enter' })
    await settle()
    expect(payloadsOf('conversation:start')[0]).toEqual({
      commandId: expect.any(String),
      mode: 'battle',
      text: 'Why is the sky blue?',
    })
    expect(router.currentRoute.value.fullPath).toBe('/c/c1')
    expect(page.get('textarea').element).toBe(composer.element)

    const at = (seq: number) => ({ conversationId: 'c1', seq, turn: 1 })
    fakeSocket.hear('answer:started', { ...at(1), side: 'a', attempt: 1 })
    fakeSocket.hear('answer:delta', { ...at(2), side: 'a', kind: 'text', text: 'It scatters.' })
    fakeSocket.hear('answer:started', { ...at(3), side: 'b', attempt: 1 })
    fakeSocket.hear('answer:delta', { ...at(4), side: 'b', kind: 'text', text: 'Just does.' })
    await settle()
    expect(page.text()).toContain('It scatters.')
    expect(page.text()).toContain('You can vote when both have answered.')

    fakeSocket.hear('answer:done', { ...at(5), side: 'a', status: 'done' })
    fakeSocket.hear('answer:done', { ...at(6), side: 'b', status: 'done' })
    fakeSocket.hear('turn:done', { ...at(7), votable: true })
    await settle()
    await button('A is better')!.trigger('click')
    await settle()
    expect(payloadsOf('vote:cast')[0]).toMatchObject({
      conversationId: 'c1',
      turn: 1,
      choice: 'a',
    })
    expect(page.text()).toContain('Your vote: A is better.')
    expect(page.text()).toContain('Model A')
    expect(page.find('textarea').exists()).toBe(false)

    const sides = { a: card('demo-thorough'), b: card('demo-terse') }
    const vote = { turn: 1, choice: 'a' as const, finalAt: Date.now(), final: true, rated: true }
    const told = aTurn({ answers: answers({ reasoning: 'Rayleigh, I think.' }, {}) })
    Object.assign(room, {
      snapshot: aSnapshot({ turns: [told], sides, vote, open: false }),
      seq: 7,
    })
    fakeSocket.hear('conversation:revealed', { conversationId: 'c1', turn: 1, sides, vote })
    await settle()
    await vi.advanceTimersByTimeAsync(500)
    expect(page.text()).toContain('demo-thorough')
    expect(page.text()).toContain('20 tokens/s')
    expect(page.text()).toContain('It counts on the leaderboard.')
    expect(page.text()).toContain('Rayleigh, I think.')
  })

  it('says of both that they think or wait while neither has begun, and nothing of either', async () => {
    room.snapshot = aSnapshot({ queue: 3 })
    const { page } = await enter('/c/c1')
    const vote = () => page.get('section[aria-label="Your vote"]').text()
    expect(vote()).toBe('Both wait for their turn: number 3 in line.')
    const at = (seq: number) => ({ conversationId: 'c1', seq, turn: 1 })
    fakeSocket.hear('answer:started', { ...at(1), side: 'b', attempt: 1 })
    await settle()
    expect(vote()).toBe('Both are thinking.')
    const [a, b] = page.findAll('article').map((each) => each.findAll('.ghost').length)
    expect([a, b]).toEqual([3, 3])
    fakeSocket.hear('answer:delta', { ...at(2), side: 'b', kind: 'text', text: 'Just does.' })
    await settle()
    expect(vote()).toBe('You can vote when both have answered.')
  })

  it('keeps a refused prompt in the box, with the reason', async () => {
    const { page } = await enter('/')
    room.refuse = 'rate_limited'
    await page.get('textarea').setValue('Once more')
    await page.get('textarea').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(page.get('textarea').element.value).toBe('Once more')
    expect(page.get('[role="alert"]').text()).toContain('20 s')
    expect(page.text()).toContain('Which answer is better?')
  })

  it('asks the server anew what it has, where it has it no longer', async () => {
    const { page } = await enter('/')
    room.refuse = 'model_unavailable'
    useModels().state = 'ready'
    const asked = () => vi.mocked(fetch).mock.calls.map(([path]) => String(path).split('/').at(-1))
    expect(asked()).not.toContain('models')
    await page.get('textarea').setValue('Once more')
    await page.get('textarea').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(asked()).toEqual(expect.arrayContaining(['site', 'models']))
  })

  it('takes what was typed while the prompt was on its way along to the new address', async () => {
    const { page } = await enter('/')
    let taken = () => {}
    fakeSocket.answers((event) =>
      event === 'conversation:start'
        ? new Promise((resolve) => (taken = () => resolve(answer(event))))
        : answer(event),
    )
    await page.get('textarea').setValue('First')
    await page.get('textarea').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(page.get('textarea').element.value).toBe('')
    expect(page.text()).toContain('First')
    await page.get('textarea').setValue('Second, half')
    taken()
    await settle()
    expect(page.get('textarea').element.value).toBe('Second, half')
  })

  it('tells a screen reader whole sentences, one after the other', async () => {
    const said: string[] = []
    room.snapshot = aSnapshot({
      turns: [aTurn({ answers: answers({ status: 'streaming' }, { status: 'streaming' }) })],
    })
    const { page } = await enter('/c/c1')
    const at = (seq: number) => ({ conversationId: 'c1', seq, turn: 1 })
    fakeSocket.hear('answer:done', { ...at(1), side: 'a', status: 'done' })
    fakeSocket.hear('answer:failed', { ...at(2), side: 'b', status: 'failed' })
    for (let second = 0; second < 8; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000)
      const sentence = page.get('p[role="status"].sr-only').text()
      if (sentence !== said.at(-1)) said.push(sentence)
    }
    expect(said.filter(Boolean)).toEqual(['Model A is done: 2 words.', 'Model B failed.'])
  })

  it('does not send what is longer than the limit, and says both lengths', async () => {
    const { page } = await enter('/')
    await page.get('textarea').setValue('字'.repeat(30_001))
    await page.get('textarea').trigger('keydown', { key: 'Enter' })
    await settle()
    expect(page.get('[role="alert"]').text()).toMatch(/30,001 characters, 30,000 are allowed/)
    expect(payloadsOf('conversation:start')).toEqual([])
  })

  it('votes by key, but not while somebody types', async () => {
    room.snapshot = aSnapshot({ turns: [aTurn({ answers: answers({}, {}) })], votable: true })
    const { page } = await enter('/c/c1')
    await page.get('textarea').trigger('keydown', { key: '3' })
    expect(payloadsOf('vote:cast')).toEqual([])
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true }))
    await settle()
    expect(payloadsOf('vote:cast')[0]).toMatchObject({ choice: 'tie' })
  })

  it('says on the failed side what happened, offers another try, and no vote', async () => {
    room.snapshot = aSnapshot({
      turns: [
        aTurn({
          answers: answers(
            {},
            { text: '', status: 'failed', error: { code: 'answer_failed', message: 'x' } },
          ),
        }),
      ],
    })
    const { page, button } = await enter('/c/c1')
    const [a, b] = page.findAll('article')
    expect(b!.get('[role="alert"]').text()).toContain('could not finish its answer')
    expect(a!.find('[role="alert"]').exists()).toBe(false)
    expect(page.text()).toContain('this round cannot be voted')
    expect(button('A is better')).toBeUndefined()
    await page.get('textarea').setValue('And now?')
    await page.get('textarea').trigger('keydown', { key: 'Enter' })
    expect(button('Send')!.attributes()).toHaveProperty('disabled')
    expect(payloadsOf('conversation:continue')).toEqual([])
    expect(page.text()).toContain('Try that side again to go on')
    await button('Try this side again')!.trigger('click')
    await settle()
    expect(payloadsOf('turn:retry')[0]).toMatchObject({ conversationId: 'c1', side: 'b' })
  })

  it('says before a stopped side is asked again alone once more what it comes to, and then offers both', async () => {
    const show = async (b: object, votable = true) => {
      room.snapshot = aSnapshot({ votable, turns: [aTurn({ answers: answers({}, b) })] })
      const { page, button } = await enter('/c/c1')
      await settle()
      const both = button('Ask both again')!
      const offered = both.classes().includes('invisible') ? undefined : both
      return { words: page.text(), alone: button('Try this side again'), both: offered }
    }
    const stopped = { status: 'stopped' as const, text: 'Half' }
    const first = await show(stopped)
    expect(first.words).not.toContain('on its own')
    expect(first.alone).toBeDefined()
    cleanUp()
    const second = await show({ ...stopped, reasked: 1 })
    expect(second.words).toContain('A second time on its own keeps the vote off the leaderboard')
    expect(second.alone).toBeDefined()
    expect(second.both).toBeUndefined()
    cleanUp()
    const whole = await show({ status: 'done', text: 'Whole', reasked: 2 })
    expect(whole.words).toContain('One side was asked again twice on its own, so this vote stays')
    cleanUp()
    const third = await show({ ...stopped, reasked: 2 })
    expect(third.words).toContain('only both can be asked once more')
    expect(third.alone).toBeUndefined()
    await third.both!.trigger('click')
    await settle()
    expect(payloadsOf('turn:retry')[0]).not.toHaveProperty('side')
  })

  it('tries both sides again together where neither has said anything', async () => {
    const away = {
      text: '',
      status: 'interrupted' as const,
      error: { code: 'answer_interrupted' as const, message: 'x' },
    }
    room.snapshot = aSnapshot({ turns: [aTurn({ answers: answers(away, away) })] })
    const { page, button } = await enter('/c/c1')
    expect(page.text()).toContain('Neither answer came to its end')
    expect(page.text()).not.toContain('The text so far is kept')
    expect(button('Try this side again')).toBeUndefined()
    await button('Try both again')!.trigger('click')
    await settle()
    const [sent] = payloadsOf('turn:retry')
    expect(sent).toMatchObject({ conversationId: 'c1' })
    expect(sent).not.toHaveProperty('side')
  })

  it.each([
    ['', 0],
    [' by a clock that is an hour fast', -3_600_000],
    [' by a clock that is an hour slow', 3_600_000],
  ])('lets a vote be changed while it is held%s', async (_, clockMs) => {
    room.clockMs = clockMs
    const vote = { turn: 1, choice: 'b' as const, finalAt: serverNow() + 2_000, final: false }
    room.snapshot = aSnapshot({ turns: [aTurn({ answers: answers({}, {}) })], vote })
    const { page, button } = await enter('/c/c1')
    expect(page.text()).toContain('The names appear in 2 s.')
    expect(button('A is better')).toBeUndefined()
    await button('Change')!.trigger('click')
    expect(button('B is better')!.attributes('aria-pressed')).toBe('true')
    await button('A is better')!.trigger('click')
    await settle()
    expect(payloadsOf('vote:cast')[0]).toMatchObject({ choice: 'a' })
    expect(page.text()).toContain('Your vote: A is better.')
    expect(page.text()).toContain('The names appear in 3 s.')
    await vi.advanceTimersByTimeAsync(3_500)
    expect(page.text()).toContain('The names appear now.')
    // The focus may be on it, so it stays, and does nothing.
    expect(button('Change')!.attributes('aria-disabled')).toBe('true')
    await button('Change')!.trigger('click')
    expect(button('A is better')).toBeUndefined()
  })

  it('says of a conversation that is not there that it is not there', async () => {
    room.refuse = 'not_found'
    const { page } = await enter('/c/c9')
    expect(page.text()).toContain('does not exist, or it is not yours to see')
    expect(page.text()).toContain('Go to the arena')
  })
})
