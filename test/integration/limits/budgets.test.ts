import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AdminSpend } from '#shared/protocol/spend'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const TOKEN = 'an-admin-token-of-32-characters!'
/** Of each answer: 1,000 tokens in and 1,000 out, at 1 and 3 for a million. */
const COST = 0.004
const PRICES = { input_price: 1, output_price: 3, max_tokens: 1000 }

let upstream: FakeUpstream
beforeAll(async () => {
  upstream = await startFakeUpstream()
  upstream.script(() => ({ text: ['Yes'], usage: { input: 1000, output: 1000 } }))
})
afterAll(() => upstream.close())

const open = (fields: Record<string, object>, env: Record<string, string> = {}) => {
  const models: Record<string, object> = { ...twoModels(upstream.url) }
  models.gamma = { ...models.beta, model_name: 'gamma-1' }
  for (const [name, more] of Object.entries(fields)) models[name] = { ...models[name], ...more }
  return startArena({ models, env: { ADMIN_TOKEN: TOKEN, ...env } })
}

async function spendOf(arena: TestArena): Promise<AdminSpend> {
  const headers = { authorization: `Bearer ${TOKEN}` }
  return (await (
    await fetch(`${arena.url}/api/admin/spend?days=1`, { headers })
  ).json()) as AdminSpend
}

const spentBy = (spend: AdminSpend, name: string) => spend.models.find((each) => each.name === name)

async function chat(person: TestPerson, model: string) {
  const reply = await person.ask('conversation:start', {
    commandId: randomUUID(),
    mode: 'direct',
    text: 'Q',
    models: [model],
  })
  if (!reply.ok) return reply.error
  const { conversationId } = reply.data
  await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
  return conversationId
}

const battle = async (person: TestPerson) => {
  const started = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
  const { conversationId } = started
  await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
  return conversationId
}

async function modelsOf(person: TestPerson, conversationId: string): Promise<string[]> {
  await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
  const { sides } = await person.hears(
    'conversation:revealed',
    (reveal) => reveal.conversationId === conversationId,
  )
  return Object.values(sides).map(({ name }) => name)
}

describe('the budget of a model', () => {
  it('that is used up takes it out of the draw, is told by name, and survives a restart', async () => {
    let arena = await open({ alpha: { ...PRICES, budget_per_day: COST } })
    let person = await TestPerson.arrive(arena.url)
    const before = await (await person.fetch('/api/models')).text()
    const conversationId = (await chat(person, 'alpha')) as string
    expect(spentBy(await spendOf(arena), 'alpha')).toMatchObject({
      spentToday: COST,
      budgetPerDay: COST,
      state: 'spent',
    })

    arena = await arena.restart()
    person = await person.again(arena.url)
    const refused = { code: 'budget_spent', retryAfterMs: expect.any(Number) as number }
    expect(await chat(person, 'alpha')).toMatchObject(refused)
    const again = { commandId: randomUUID(), conversationId, text: 'More' }
    expect(await person.ask('conversation:continue', again)).toMatchObject({ error: refused })
    expect(await chat(person, 'beta')).toEqual(expect.any(String))
    for (let round = 0; round < 8; round += 1) {
      expect((await modelsOf(person, await battle(person))).sort()).toEqual(['beta', 'gamma'])
    }
    // The public list is what the configuration says, whatever was spent.
    expect(await (await person.fetch('/api/models')).text()).toBe(before)
    person.leave()
    await arena.close()
  })

  it('that battles may not use any more is still there by name, and a battle names nobody', async () => {
    // Room for one answer, and for another by name alone.
    const priced = { ...PRICES, budget_per_day: 0.0077 }
    const arena = await open({ alpha: priced, beta: priced, gamma: { weight: 0 } })
    const person = await TestPerson.arrive(arena.url)
    const conversationId = await battle(person)
    for (const name of ['alpha', 'beta']) {
      expect(spentBy(await spendOf(arena), name)?.state).toBe('out_of_draw')
      expect(await chat(person, name)).toEqual(expect.any(String))
    }
    const more = { commandId: randomUUID(), conversationId, text: 'More' }
    const reply = await person.ask('conversation:continue', more)
    expect(reply).toMatchObject({ ok: false, error: { code: 'budget_spent' } })
    const start = { commandId: randomUUID(), mode: 'battle' as const, text: 'Q' }
    const next = await person.ask('conversation:start', start)
    expect(next).toMatchObject({ ok: false, error: { code: 'budget_spent' } })
    expect(JSON.stringify([reply, next])).not.toMatch(/alpha|beta/)
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    person.leave()
    await arena.close()
  })
})

it('prompts that come at one moment do not spend more than a budget together', async () => {
  // Each answer is as long as it may be, and costs 0.024001: four fit.
  const arena = await open({ alpha: { ...PRICES, max_tokens: 8_000, budget_per_day: 0.1 } })
  const person = await TestPerson.arrive(arena.url)
  let decided = (): void => undefined
  const until = new Promise<void>((resolve) => (decided = resolve))
  upstream.script(() => ({
    text: ['Y', 'es'],
    usage: { input: 1, output: 8_000 },
    hold: { after: 1, until },
  }))
  const before = upstream.calls.length
  let refused = 0
  const chats = Array.from({ length: 12 }, async () => {
    const start = { mode: 'direct' as const, text: 'Q', models: ['alpha'] }
    const reply = await person.ask('conversation:start', { ...start, commandId: randomUUID() })
    if (reply.ok) {
      const { conversationId } = reply.data
      await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
      const { snapshot } = await person.does('conversation:join', { conversationId })
      const answer = snapshot.turns[0]?.answers.a
      if (answer?.status === 'done') return
      expect(answer?.error?.code).toBe('model_busy')
    } else expect(reply.error).toMatchObject({ code: 'model_busy', retryAfterMs: 30_000 })
    refused += 1
  })
  await expect.poll(() => refused + upstream.calls.length - before).toBe(12)
  expect(spentBy(await spendOf(arena), 'alpha')?.state).toBe('ok')
  decided()
  await Promise.all(chats)
  expect(upstream.calls.length - before).toBe(4)
  const { spentToday, state } = spentBy(await spendOf(arena), 'alpha')!
  expect(spentToday).toBeCloseTo(0.096_004, 9)
  expect(state).toBe('spent')
  expect(await chat(person, 'alpha')).toMatchObject({ code: 'budget_spent' })
  upstream.script(() => ({ text: ['Yes'], usage: { input: 1000, output: 1000 } }))
  person.leave()
  await arena.close()
})

it('the budget of the arena is of all models with prices', async () => {
  const arena = await open({ alpha: PRICES, beta: PRICES }, { BUDGET_PER_DAY: String(COST) })
  const person = await TestPerson.arrive(arena.url)
  await chat(person, 'alpha')
  expect(await spendOf(arena)).toMatchObject({
    arena: { budgetPerDay: COST, currency: 'USD', spentToday: COST, state: 'spent' },
  })
  expect(await chat(person, 'beta')).toMatchObject({ code: 'budget_spent' })
  expect(await chat(person, 'gamma')).toEqual(expect.any(String))
  person.leave()
  await arena.close()
})

it('a conversation of two begins only where what is left is enough for both', async () => {
  // Room for one and a half answers of 0.003 and the prompt.
  const budget = { BUDGET_PER_DAY: '0.0045' }
  const priced = { alpha: PRICES, beta: PRICES, gamma: PRICES }
  const arena = await open(priced, budget)
  const person = await TestPerson.arrive(arena.url)
  const asked = upstream.calls.length
  const starts = [
    { mode: 'battle' as const },
    { mode: 'side-by-side' as const, models: ['alpha', 'beta'] },
    { mode: 'side-by-side' as const, models: ['alpha', 'alpha'] },
  ]
  for (const start of starts) {
    const reply = await person.ask('conversation:start', {
      commandId: randomUUID(),
      text: 'Q',
      ...start,
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'budget_spent' } })
  }
  expect(upstream.calls.length).toBe(asked)
  expect(await chat(person, 'alpha')).toEqual(expect.any(String))
  person.leave()
  await arena.close()
})

it('nobody chooses an answer so long that it could take a budget from everybody else', async () => {
  const arena = await open({ alpha: PRICES }, { BUDGET_PER_DAY: '0.1' })
  const person = await TestPerson.arrive(arena.url)
  const start = (maxTokens: number) =>
    person.ask('conversation:start', {
      commandId: randomUUID(),
      mode: 'direct' as const,
      text: 'Q',
      models: ['alpha'],
      parameters: { maxTokens },
    })
  const refused = {
    code: 'answer_too_dear',
    message: expect.stringMatching(/^parameters.maxTokens/),
  }
  expect(await start(1_000_000)).toMatchObject({ ok: false, error: refused })
  expect(await start(3_000)).toMatchObject({ ok: true })
  person.leave()
  await arena.close()
})

it('what each model and day cost is there for the admin alone, with what was guessed', async () => {
  upstream.script(({ body }) =>
    body.model === 'beta-1'
      ? { text: ['Yes'], cut: { after: 1, by: 'fin' } }
      : { text: ['Yes'], usage: { input: 1000, output: 1000 } },
  )
  const arena = await open({ alpha: PRICES, beta: { ...PRICES, currency: 'EUR' } })
  const person = await TestPerson.arrive(arena.url)
  await chat(person, 'alpha')
  await chat(person, 'beta')
  await chat(person, 'gamma')
  const { days, today } = await spendOf(arena)
  const row = { day: today, version: 1 }
  expect(days.find(({ name }) => name === 'alpha')).toEqual({
    ...row,
    name: 'alpha',
    answers: 1,
    estimated: 0,
    inputTokens: 1000,
    outputTokens: 1000,
    cost: COST,
    currency: 'USD',
  })
  // Cut off, and perhaps asked once more: one token of prompt each time, by a guess.
  const cut = days.find(({ name }) => name === 'beta')!
  expect(cut).toMatchObject({ currency: 'EUR', estimated: cut.answers, inputTokens: cut.answers })
  expect(cut.outputTokens).toBeGreaterThan(0)
  const free = days.find(({ name }) => name === 'gamma')
  expect(free).toMatchObject({ answers: 1, cost: 0 })
  expect(free).not.toHaveProperty('currency')
  expect((await person.fetch('/api/admin/spend')).status).toBe(401)
  person.leave()
  await arena.close()
})
