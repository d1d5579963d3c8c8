import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AdminModel } from '#shared/protocol/admin-models'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { ADMIN_TOKEN, adminOf } from '../../support/test-admin.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const ANSWERS = 50
const CHANGES = 10
const PIECES = Array.from({ length: 100 }, (_, at) => `piece ${at}. `)

let upstream: FakeUpstream
let arena: TestArena
let person: TestPerson
const admin = adminOf(() => arena)

beforeAll(async () => {
  upstream = await startFakeUpstream()
  upstream.script(() => ({ text: PIECES, chunkMs: 100 }))
  arena = await startArena({ models: twoModels(upstream.url), env: { ADMIN_TOKEN } })
  person = await TestPerson.arrive(arena.url)
})
afterAll(async () => {
  person.leave()
  await arena.close()
  await upstream.close()
})

const save = (content: unknown) =>
  writeFileSync(
    join(arena.dataDir, 'api_endpoint.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  )

/** The file after this change: two other models each time, in place of all that was there. */
const modelsOf = (change: number) => {
  const { alpha, beta } = twoModels(upstream.url)
  const named = (name: string, entry: object) => ({ ...entry, model_name: `${name}-${change}` })
  return {
    [`alpha-${change}`]: named('alpha', alpha!),
    [`beta-${change}`]: named('beta', beta!),
  }
}

const names = async () => {
  const { body } = await admin<{ models: AdminModel[] }>('GET', 'models')
  return body.models.map(({ name }) => name)
}

const ask = () => person.does('conversation:start', { mode: 'battle', text: 'Count.' })

it('50 answers stream on while the file changes ten times; draws follow it, and a broken one changes nothing', async () => {
  const battles = await Promise.all(Array.from({ length: ANSWERS / 2 }, ask))
  await expect.poll(() => upstream.calls.length).toBe(ANSWERS)

  const drawn: string[][] = []
  for (let change = 1; change <= CHANGES; change += 1) {
    save(modelsOf(change))
    expect((await admin('POST', 'reload')).status).toBe(200)
    // Whoever looks at the file may have been quicker: what counts is what there is.
    expect(await names()).toEqual([`alpha-${change}`, `beta-${change}`])

    save(change % 2 ? '{"half a file": ' : { ...modelsOf(0), odd: { api_type: 'nonsense' } })
    expect((await admin('POST', 'reload')).status).toBe(422)
    expect(await names()).toEqual([`alpha-${change}`, `beta-${change}`])

    const before = upstream.calls.length
    const { conversationId } = await ask()
    await expect.poll(() => upstream.calls.length).toBe(before + 2)
    drawn.push(upstream.calls.slice(before).map(({ body: sent }) => String(sent.model)))
    await person.does('turn:stop', { conversationId })
  }
  expect(drawn.map((pair) => pair.sort())).toEqual(
    Array.from({ length: CHANGES }, (_, at) => [`alpha-${at + 1}`, `beta-${at + 1}`]),
  )
  // All of it happened while they were on their way.
  const { streams } = (await admin<{ streams: number }>('GET', 'overview')).body
  expect(streams).toBeGreaterThanOrEqual(ANSWERS)

  for (const { conversationId } of battles) {
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    const { snapshot } = await person.does('conversation:join', { conversationId })
    const { a, b } = snapshot.turns[0]!.answers
    for (const answer of [a, b]) {
      expect(answer).toMatchObject({ status: 'done', text: PIECES.join(''), attempt: 1 })
    }
  }
})
