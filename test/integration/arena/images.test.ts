import { createHash } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImageLibrary } from '#server/images/image-library'
import { DIALECTS, newPostgresUrl } from '../../support/databases.js'
import { BLUE, RED, aPicture, noise } from '../../support/pictures.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { codeOf, post, upload } from './pictures.js'

const filesOf = async (arena: TestArena): Promise<string[]> =>
  (await readdir(join(arena.dataDir, 'images'))).filter((name) => name !== 'unfinished')

const unfinishedOf = (arena: TestArena): Promise<string[]> =>
  readdir(join(arena.dataDir, 'images', 'unfinished'))

const show = async (person: TestPerson, imageIds: string[]): Promise<string> => {
  const start = { mode: 'direct' as const, text: 'What is it?', models: ['demo-terse'] }
  const { conversationId } = await person.does('conversation:start', { ...start, imageIds })
  await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
  return conversationId
}

describe.each(DIALECTS)('pictures with %s', (dialect) => {
  let arena: TestArena
  let owner: TestPerson
  let stranger: TestPerson

  beforeAll(async () => {
    const env: Record<string, string> =
      dialect === 'postgres' ? { DATABASE_URL: await newPostgresUrl() } : {}
    arena = await startArena({ env })
    owner = await TestPerson.arrive(arena.url)
    stranger = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    owner.leave()
    stranger.leave()
    await arena.close()
  })

  it('are kept by the hash of their content and served with nothing left to chance', async () => {
    const { id, ...view } = await upload(owner, await aPicture(RED))
    const response = await owner.fetch(`/api/images/${id}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(view).toEqual({ width: 60, height: 40, bytes: bytes.length, type: 'image/png' })
    expect(await filesOf(arena)).toContain(createHash('sha256').update(bytes).digest('hex'))
    expect(await unfinishedOf(arena)).toEqual([])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    })
  })

  it('are for their uploader, then for those who may see the conversation; for others they are missing', async () => {
    const { id } = await upload(owner, await aPicture(BLUE))
    const statusFor = async (person: TestPerson, image = id) => {
      const response = await person.fetch(`/api/images/${image}`)
      return response.ok ? response.status : `${response.status} ${await codeOf(response)}`
    }
    const anonymous = { fetch: (path: string) => fetch(`${arena.url}${path}`) } as TestPerson
    const cells = async () => [
      await statusFor(owner),
      await statusFor(stranger),
      await statusFor(anonymous),
      await statusFor(owner, 'missing'),
    ]
    const denied = '404 not_found'
    expect(await cells()).toEqual([200, denied, denied, denied])
    const conversationId = await show(owner, [id])
    expect(await cells()).toEqual([200, denied, denied, denied])
    await owner.fetch(`/api/conversations/${conversationId}`, { method: 'DELETE' })
    expect(await cells()).toEqual([denied, denied, denied, denied])
  })

  it('go with the last conversation that shows them, their file with the last picture of that content', async () => {
    const bytes = await aPicture('#123456')
    const { id } = await upload(owner, bytes)
    const twin = await upload(stranger, bytes)
    const fileOf = async () => {
      const kept = await stranger.fetch(`/api/images/${twin.id}`)
      return createHash('sha256')
        .update(Buffer.from(await kept.arrayBuffer()))
        .digest('hex')
    }
    const hash = await fileOf()
    const first = await show(owner, [id])
    const second = await show(owner, [id])
    const remove = (person: TestPerson, conversation: string) =>
      person.fetch(`/api/conversations/${conversation}`, { method: 'DELETE' })
    await remove(owner, first)
    expect((await owner.fetch(`/api/images/${id}`)).status).toBe(200)
    await remove(owner, second)
    expect((await owner.fetch(`/api/images/${id}`)).status).toBe(404)
    expect(await filesOf(arena)).toContain(hash)
    await remove(stranger, await show(stranger, [twin.id]))
    expect(await filesOf(arena)).not.toContain(hash)
  })

  it('that were never sent are swept, and so is what a crash left behind', async () => {
    const library = arena.app.get(ImageLibrary, { strict: false })
    const folder = join(arena.dataDir, 'images')
    const sent = await upload(owner, await aPicture('#00ff00'))
    await show(owner, [sent.id])
    const unsent = await upload(owner, await aPicture('#ff00ff'))
    const orphan = 'a'.repeat(64)
    await writeFile(join(folder, orphan), 'no row names this')
    await writeFile(join(folder, 'unfinished', 'half'), 'half a pict')
    await library.sweep(0)
    expect((await owner.fetch(`/api/images/${unsent.id}`)).status).toBe(200)
    expect(await filesOf(arena)).toContain(orphan)

    await utimes(join(folder, orphan), 1, 1)
    await utimes(join(folder, 'unfinished', 'half'), 1, 1)
    await library.sweep(Date.now() + 1000)
    expect((await owner.fetch(`/api/images/${unsent.id}`)).status).toBe(404)
    expect((await owner.fetch(`/api/images/${sent.id}`)).status).toBe(200)
    expect(await filesOf(arena)).not.toContain(orphan)
    expect(await unfinishedOf(arena)).toEqual([])
  })
})

describe('the limits of uploads', () => {
  const attempt = async (env: Record<string, string>, sizes: readonly Buffer[]) => {
    const arena = await startArena({ env })
    const person = await TestPerson.arrive(arena.url)
    const codes: (number | string)[] = []
    for (const bytes of sizes) {
      const response = await post(person, bytes)
      codes.push(response.ok ? response.status : await codeOf(response))
    }
    const other = await TestPerson.arrive(arena.url)
    codes.push((await post(other, sizes[0]!)).status)
    other.leave()
    person.leave()
    await arena.close()
    return codes
  }

  it('count pictures and megabytes of a session, and what waits of all', async () => {
    const small = await aPicture(RED)
    const big = await noise(1000, 1000)
    expect(big.length).toBeGreaterThan(1024 * 1024)
    expect(await attempt({ IMAGES_PER_DAY: '2' }, [small, small, small])).toEqual([
      201,
      201,
      'rate_limited',
      201,
    ])
    expect(await attempt({ IMAGE_MB_PER_DAY: '1' }, [small, big])).toEqual([
      201,
      'rate_limited',
      201,
    ])
    const many = [await noise(700, 700), await noise(800, 800), await noise(900, 900), small]
    expect(await attempt({ UNSENT_IMAGES_MB: '1' }, many)).toEqual([
      201,
      201,
      expect.anything(),
      'rate_limited',
      429,
    ])
  })

  it('refuse all of them without the vision arena, pages and models included', async () => {
    const arena = await startArena({ env: { VISION_ARENA: 'off' } })
    const person = await TestPerson.arrive(arena.url)
    const response = await post(person, await aPicture(RED))
    expect([response.status, await codeOf(response)]).toEqual([400, 'images_off'])
    const site = await (await person.fetch('/api/site')).json()
    expect(site).toMatchObject({ visionArena: false, visionBattles: false })
    const { models } = (await (await person.fetch('/api/models')).json()) as {
      models: { vision: boolean }[]
    }
    expect(models.some(({ vision }) => vision)).toBe(false)
    person.leave()
    await arena.close()
  })
})
