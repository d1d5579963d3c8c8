import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ModelCatalog } from '#server/config/model-catalog'
import { inLane } from '#server/images/image-lane'
import { ModelHealth } from '#server/provider/model-health'
import type { Snapshot } from '#shared/protocol/conversation'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Call, WireName } from '../../support/fake-upstream/script.js'
import { fourModels, twoModels } from '../../support/models.js'
import { BLUE, RED, aPicture, noise } from '../../support/pictures.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { upload } from './pictures.js'

type Json = Record<string, unknown>
type Part = Record<string, Json & string>

/** The pictures of each user message, as each API's own form brings them. */
const SHOWN: Record<WireName, (body: Json) => [mediaType: string, base64: string][][]> = {
  openai: ({ messages }) => perMessage(messages, (part) => fromUrl(part.image_url?.url)),
  mistral: ({ messages }) => perMessage(messages, (part) => fromUrl(part.image_url)),
  anthropic_message: ({ messages }) =>
    perMessage(messages, ({ source }) =>
      source && source.type === 'base64'
        ? [source.media_type as string, source.data as string]
        : undefined,
    ),
  gemini: ({ contents }) =>
    (contents as { role: string; parts: Part[] }[])
      .filter(({ role }) => role === 'user')
      .map(({ parts }) =>
        parts.flatMap(({ inlineData }) =>
          inlineData ? [[inlineData.mimeType as string, inlineData.data as string]] : [],
        ),
      ),
}

function perMessage(
  messages: unknown,
  read: (part: Part) => [string, string] | undefined,
): [string, string][][] {
  return (messages as { role: string; content: string | Part[] }[])
    .filter(({ role }) => role === 'user')
    .map(({ content }) =>
      typeof content === 'string'
        ? []
        : content.flatMap((part) => [read(part) ?? []].filter(isPair)),
    )
}

const isPair = (found: string[]): found is [string, string] => found.length === 2

function fromUrl(url: unknown): [string, string] | undefined {
  const found = typeof url === 'string' && /^data:(.+);base64,(.+)$/.exec(url)
  return found ? [found[1]!, found[2]!] : undefined
}

const seeing = (url: string): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(fourModels(url)).map(([name, entry]) => [
      name,
      { ...entry, 'vision-arena': true },
    ]),
  )

describe('pictures reach the models', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    const deaf = { ...fourModels(upstream.url)['canary-openai']!, model_name: 'blind-1' }
    arena = await startArena({ models: { ...seeing(upstream.url), blind: deaf, blind2: deaf } })
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const ended = async (conversationId: string, turn = 1) => {
    await person.hears(
      'turn:done',
      (frame) => frame.conversationId === conversationId && frame.turn === turn,
    )
    return (await person.does('conversation:join', { conversationId })).snapshot
  }
  const callsDuring = async (work: () => Promise<unknown>): Promise<Call[]> => {
    const before = upstream.calls.length
    await work()
    return upstream.calls.slice(before)
  }
  const servedBytes = async (id: string) =>
    Buffer.from(await (await person.fetch(`/api/images/${id}`)).arrayBuffer())

  it.each(Object.keys(fourModels('')))(
    '%s gets the very bytes, in its own form, in the turn and in every later one',
    async (model) => {
      const first = await upload(person, await aPicture(RED))
      const second = await upload(person, await aPicture(BLUE, { format: 'jpeg' }))
      const start = { mode: 'direct' as const, text: 'What is it?', models: [model] }
      let id = ''
      const [one] = await callsDuring(async () => {
        const imageIds = [first.id, second.id]
        id = (await person.does('conversation:start', { ...start, imageIds })).conversationId
        expect((await ended(id)).turns[0]?.images).toEqual(imageIds)
      })
      const [two] = await callsDuring(async () => {
        await person.does('conversation:continue', { conversationId: id, text: 'And now?' })
        await ended(id, 2)
      })
      const third = await upload(person, await aPicture(RED, { width: 30 }))
      const [three] = await callsDuring(async () => {
        const more = { conversationId: id, text: 'And this?', imageIds: [third.id] }
        await person.does('conversation:continue', more)
        await ended(id, 3)
      })
      const base64 = async (image: string) => (await servedBytes(image)).toString('base64')
      const pair = [
        ['image/png', await base64(first.id)],
        ['image/jpeg', await base64(second.id)],
      ]
      const shown = (call: Call | undefined) => SHOWN[call!.wire](call!.body)
      expect(shown(one)).toEqual([pair])
      expect(shown(two)).toEqual([pair, []])
      expect(shown(three)).toEqual([pair, [], [['image/png', await base64(third.id)]]])
    },
  )

  it('reach a model though uploads fill the line, and no model is thought ill for it', async () => {
    const { id } = await upload(person, await noise(2048, 100))
    let filling = true
    const moment = () => new Promise((resolve) => setImmediate(resolve))
    // More than have room: whoever is refused tries again.
    const uploads = Array.from({ length: 80 }, async () => {
      while (filling) await inLane({}, moment).catch(moment)
    })
    const start = { mode: 'direct' as const, text: 'What is it?', models: ['canary-claude'] }
    const { conversationId } = await person.does('conversation:start', { ...start, imageIds: [id] })
    const { turns } = await ended(conversationId)
    filling = false
    await Promise.all(uploads)
    expect(turns[0]?.answers.a?.status).toBe('done')
    const { versionId } = arena.app.get(ModelCatalog).find('canary-claude')!
    expect(arena.app.get(ModelHealth).report(versionId)).toEqual({ state: 'closed' })
  })

  it.each([
    ['canary-openai', 2048],
    ['canary-claude', 1568],
    ['canary-gemini', 2048],
    ['canary-mistral', 1540],
  ])('%s gets a large picture with a longest side of %i', async (model, side) => {
    const { id, width, height } = await upload(person, await noise(2600, 1300))
    expect([width, height]).toEqual([2048, 1024])
    const [call] = await callsDuring(async () => {
      const { conversationId } = await person.does('conversation:start', {
        mode: 'direct',
        text: 'What is it?',
        models: [model],
        imageIds: [id],
      })
      await ended(conversationId)
    })
    const [[sent]] = SHOWN[call!.wire](call!.body) as [[[string, string]]]
    const bytes = Buffer.from(sent[1], 'base64')
    const seen = await sharp(bytes).metadata()
    expect([`image/${seen.format}`, seen.width, seen.height]).toEqual([sent[0], side, side / 2])
    expect(bytes.length).toBeLessThanOrEqual(1024 * 1024)
  })

  it('battles with a picture are drawn among those that see, and each gets the very bytes', async () => {
    const { id } = await upload(person, await aPicture(RED))
    const picture = ['image/png', (await servedBytes(id)).toString('base64')]
    const met = new Set<WireName>()
    // Of four, two are drawn at a time: that one is not met in so many has a chance of one in a billion.
    for (let round = 0; round < 32 && met.size < 4; round += 1) {
      const calls = await callsDuring(async () => {
        const { conversationId } = await person.does('conversation:start', {
          mode: 'battle',
          text: 'What is it?',
          imageIds: [id],
        })
        await ended(conversationId)
      })
      expect(calls).toHaveLength(2)
      for (const { wire, body } of calls) {
        expect(SHOWN[wire](body)).toEqual([[picture]])
        met.add(wire)
      }
    }
    expect([...met].toSorted()).toEqual(Object.keys(SHOWN).toSorted())
  })

  it('a text battle refuses a later picture and does not say who cannot see it', async () => {
    const { id } = await upload(person, await aPicture(RED))
    let refused: { code: string; message: string } | undefined
    let conversationId = ''
    for (let round = 0; round < 60 && !refused; round += 1) {
      const started = await person.does('conversation:start', { mode: 'battle', text: 'Hello' })
      conversationId = started.conversationId
      await ended(conversationId)
      const reply = await person.ask('conversation:continue', {
        commandId: `later-${round}`,
        conversationId,
        text: 'And this?',
        imageIds: [id],
      })
      if (!reply.ok) refused = reply.error
      else await ended(conversationId, 2)
    }
    expect(refused?.code).toBe('no_vision')
    expect(JSON.stringify(refused)).not.toMatch(/canary|blind|model [ab]\b/i)
    // Nothing was taken: without the picture it goes on.
    await person.does('conversation:continue', { conversationId, text: 'And this?' })
    expect((await ended(conversationId, 2)).turns[1]?.images).toEqual([])
  })

  it('a named mode says which model cannot see', async () => {
    const { id } = await upload(person, await aPicture(RED))
    const reply = await person.ask('conversation:start', {
      commandId: 'named-blind',
      mode: 'side-by-side',
      text: 'What is it?',
      models: ['canary-claude', 'blind'],
      imageIds: [id],
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'no_vision' } })
    expect(JSON.stringify(reply)).toContain('blind cannot see')
    expect(JSON.stringify(reply)).not.toContain('canary-claude')
  })

  it('takes four pictures a message and twenty a conversation, and no stranger’s', async () => {
    const ids: string[] = []
    for (let shade = 0; shade < 5; shade += 1) {
      ids.push((await upload(person, await aPicture(`rgb(${shade * 40}, 0, 0)`))).id)
    }
    const start = { mode: 'direct' as const, text: 'Hi', models: ['canary-gemini'] }
    const ask = (commandId: string, imageIds: string[]) =>
      person.ask('conversation:start', { ...start, commandId, imageIds })
    expect(await ask('five', ids)).toMatchObject({ error: { code: 'invalid_payload' } })
    const other = await TestPerson.arrive(arena.url)
    const foreign = await upload(other, await aPicture(BLUE))
    other.leave()
    expect(await ask('foreign', [foreign.id])).toMatchObject({ error: { code: 'image_missing' } })
    expect(await ask('nothing', ['nothing'])).toMatchObject({ error: { code: 'image_missing' } })

    const four = ids.slice(0, 4)
    const { conversationId } = await person.does('conversation:start', { ...start, imageIds: four })
    await ended(conversationId)
    for (let turn = 2; turn <= 5; turn += 1) {
      await person.does('conversation:continue', { conversationId, text: 'More', imageIds: four })
      await ended(conversationId, turn)
    }
    const more = { commandId: 'more', conversationId, text: 'More', imageIds: four.slice(0, 1) }
    expect(await person.ask('conversation:continue', more)).toMatchObject({
      error: { code: 'image_limit' },
    })
  })

  it('tells Mistral of the pictures beyond its eight', async () => {
    const ids: string[] = []
    for (let shade = 0; shade < 4; shade += 1) {
      ids.push((await upload(person, await aPicture(`rgb(0, ${shade * 40}, 0)`))).id)
    }
    const models = ['canary-mistral']
    const start = { mode: 'direct' as const, text: 'Hi', models, imageIds: ids }
    const { conversationId } = await person.does('conversation:start', { ...start })
    await ended(conversationId)
    let calls: Call[] = []
    for (let turn = 2; turn <= 3; turn += 1) {
      const others: string[] = []
      for (let shade = 0; shade < 4; shade += 1) {
        others.push((await upload(person, await aPicture(`rgb(0, ${shade * 40}, ${turn})`))).id)
      }
      calls = await callsDuring(async () => {
        await person.does('conversation:continue', {
          conversationId,
          text: 'More',
          imageIds: others,
        })
        await ended(conversationId, turn)
      })
    }
    expect(SHOWN.mistral(calls[0]!.body).map((images) => images.length)).toEqual([0, 4, 4])
    expect(JSON.stringify(calls[0]!.body)).toContain('4 earlier picture(s) left out')
  })
})

describe('a battle whose model is no longer said to see', () => {
  it('goes on neither by a prompt nor by a new try, and says what is left to do', async () => {
    const upstream = await startFakeUpstream()
    const { alpha, beta } = twoModels(upstream.url)
    const arena = await startArena({
      models: {
        alpha: { ...alpha, 'vision-arena': true },
        beta: { ...beta, 'vision-arena': true },
      },
    })
    const person = await TestPerson.arrive(arena.url)
    const { id } = await upload(person, await aPicture(RED))
    const begin = async () => {
      const start = { mode: 'battle' as const, text: 'What is it?', imageIds: [id] }
      const { conversationId } = await person.does('conversation:start', start)
      await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
      return conversationId
    }
    const answered = await begin()
    upstream.script(({ body }) =>
      body.model === 'alpha-1' ? { status: 400, message: 'no' } : { text: ['Red.'] },
    )
    const failed = await begin()

    writeFileSync(
      join(arena.dataDir, 'api_endpoint.json'),
      JSON.stringify({ alpha: { ...alpha, 'vision-arena': true }, beta }),
    )
    await arena.app.get(ModelCatalog).reload()
    const refused = {
      ok: false,
      error: { code: 'no_vision', message: expect.any(String) as string },
    }
    const asked = [
      await person.ask('turn:retry', { commandId: 'retry', conversationId: failed }),
      await person.ask('conversation:continue', {
        commandId: 'on',
        conversationId: answered,
        text: 'More',
      }),
    ]
    expect(asked).toMatchObject([refused, refused])
    expect(JSON.stringify(asked)).toMatch(/(start a new round.*){2}/)
    expect(JSON.stringify(asked)).not.toMatch(/alpha|beta|without the picture/)
    person.leave()
    await arena.close()
    await upstream.close()
  })
})

describe('demo models that see', () => {
  it('tell size, colours and brightness of that picture, each in its own way', async () => {
    const arena = await startArena()
    const person = await TestPerson.arrive(arena.url)
    const answersTo = async (bytes: Buffer, models: [string, string]): Promise<string[]> => {
      const { id } = await upload(person, bytes)
      const { conversationId } = await person.does('conversation:start', {
        mode: 'side-by-side',
        text: 'Describe this picture.',
        models,
        imageIds: [id],
      })
      await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
      const { snapshot } = await person.does('conversation:join', { conversationId })
      return textsOf(snapshot)
    }
    const red = await answersTo(await aPicture(RED, { width: 64, height: 48 }), [
      'demo-terse',
      'demo-thorough',
    ])
    const blue = await answersTo(await aPicture(BLUE, { width: 30, height: 90 }), [
      'demo-terse',
      'demo-thorough',
    ])
    for (const text of red) expect(text).toMatch(/64 × 48[\s\S]*red/)
    for (const text of blue) expect(text).toMatch(/30 × 90[\s\S]*blue/)
    expect(new Set([...red, ...blue]).size).toBe(4)

    // One colour, one size: only how light it is differs.
    const dark = await answersTo(await aPicture('#003c00'), ['demo-terse', 'demo-thorough'])
    const bright = await answersTo(await aPicture('#40ff40'), ['demo-terse', 'demo-thorough'])
    for (const text of dark) expect(text).toMatch(/green[\s\S]*\bdark\b/)
    for (const text of bright) expect(text).toMatch(/green[\s\S]*\bbright\b/)
    person.leave()
    await arena.close()
  })
})

const textsOf = ({ turns }: Snapshot): string[] =>
  Object.values(turns.at(-1)!.answers).map(({ text }) => text)
