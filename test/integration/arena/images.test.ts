import { createHash } from 'node:crypto'
import { readFile, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImageLibrary } from '#server/images/image-library'
import type { ImageView } from '#shared/protocol/image'
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
  const start = { mode: 'direct', text: 'What is it?', models: ['demo-terse'] } as const
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

describe('an upload', () => {
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    arena = await startArena()
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
  })

  const refusal = async (bytes: Buffer, sent = {}) => {
    const response = await post(person, bytes, sent)
    return [response.status, await codeOf(response)]
  }
  const kept = async (bytes: Buffer): Promise<{ view: ImageView; bytes: Buffer }> => {
    const view = await upload(person, bytes)
    const response = await person.fetch(`/api/images/${view.id}`)
    return { view, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('takes %s by its content', async (format) => {
    const bytes = await aPicture(RED, { format })
    const response = await post(person, bytes, { name: 'x.exe', type: 'text/html' })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ width: 60, height: 40 })
  })

  it('takes the first frame of an animation', async () => {
    const frames = await Promise.all([RED, BLUE].map((colour) => aPicture(colour)))
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect((await sharp(animation).metadata()).pages).toBe(2)
    const { view, bytes } = await kept(animation)
    expect(view).toMatchObject({ width: 60, height: 40, type: 'image/png' })
    const { dominant } = await sharp(bytes).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
  })

  it('turns a photo upright and forgets where and with what it was taken', async () => {
    const photo = await sharp(await aPicture(RED, { width: 300, height: 100 }))
      .withExif({
        IFD0: { Make: 'SpyCam', Copyright: 'Somebody' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 12/1' },
      })
      .withMetadata({ orientation: 6, icc: 'p3' })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
      .jpeg()
      .toBuffer()
    const before = await sharp(photo).metadata()
    expect([before.exif, before.icc, before.xmp].every(Boolean)).toBe(true)
    expect(photo.includes('SpyCam')).toBe(true)
    const { view, bytes } = await kept(photo)
    expect(view).toMatchObject({ width: 100, height: 300 })
    const after = await sharp(bytes).metadata()
    expect(after.exif ?? after.icc ?? after.xmp ?? after.iptc ?? after.orientation).toBeUndefined()
    for (const word of ['SpyCam', 'Exif', 'secret', 'ICC_PROFILE'])
      expect(bytes.includes(word)).toBe(false)
  })

  it('cleans polyglots: what hides behind or inside a picture is gone', async () => {
    const hidden = '<script>alert("hidden")</script>PK\x03\x04'
    const png = await aPicture(RED)
    const behind = await kept(Buffer.concat([png, Buffer.from(hidden)]))
    const comment = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, hidden.length + 2]),
      Buffer.from(hidden),
    ])
    const jpeg = await aPicture(RED, { format: 'jpeg' })
    const inside = await kept(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))
    for (const { bytes } of [behind, inside]) {
      expect(bytes.includes('script')).toBe(false)
      expect(bytes.includes('PK\x03\x04')).toBe(false)
    }
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['nothing', () => Buffer.alloc(0)],
    ['words', () => Buffer.from('GIF is a word')],
    ['SVG', () => Buffer.from(svg)],
    ['SVG that calls itself a GIF', () => Buffer.from(`GIF89a${svg}`)],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj')],
    [
      'a TIFF',
      async () =>
        sharp(await aPicture(RED))
          .tiff()
          .toBuffer(),
    ],
    [
      'an AVIF',
      async () =>
        sharp(await aPicture(RED))
          .avif()
          .toBuffer(),
    ],
    ['a head alone', async () => (await aPicture(RED)).subarray(0, 12)],
    ['a truncated PNG', async () => half(await noise(200, 200))],
    [
      'a truncated JPEG',
      async () =>
        half(
          await sharp(await noise(200, 200))
            .jpeg()
            .toBuffer(),
        ),
    ],
    [
      'a truncated WebP',
      async () =>
        half(
          await sharp(await noise(200, 200))
            .webp()
            .toBuffer(),
        ),
    ],
    ['a PNG with broken pixels', async () => broken(await noise(200, 200))],
    [
      'a PNG that is a JPEG behind its signature',
      async () =>
        Buffer.concat([
          (await aPicture(RED)).subarray(0, 8),
          await aPicture(RED, { format: 'jpeg' }),
        ]),
    ],
  ])('refuses %s', async (_what, make) => {
    expect(await refusal(await make(), { name: 'cat.png' })).toEqual([415, 'image_unreadable'])
  })

  it('refuses bombs before they go off', async () => {
    const bomb = await aPicture('#000000', { width: 14_000, height: 14_000 })
    expect(bomb.length).toBeLessThan(2_000_000)
    const flat = await aPicture('#000000', { width: 5001, height: 5000 })
    await refusal(Buffer.from('warm'))
    await upload(person, await aPicture(RED))
    const watch = memoryWatch()
    const started = performance.now()
    expect(await refusal(bomb)).toEqual([413, 'image_too_large'])
    const took = performance.now() - started
    expect(await refusal(flat)).toEqual([413, 'image_too_large'])
    expect(watch.stop()).toBeLessThan(100 * 1024 * 1024)
    expect(took).toBeLessThan(5000)
  })

  it('takes 25 megapixels and refuses 10 MB and a byte', async () => {
    const large = await aPicture(RED, { width: 5000, height: 5000 })
    expect(await upload(person, large)).toMatchObject({ width: 2048, height: 2048 })
    const png = await aPicture(RED)
    const most = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024 - png.length)])
    expect((await post(person, most)).status).toBe(201)
    const more = Buffer.concat([most, Buffer.alloc(1)])
    expect(await refusal(more)).toEqual([413, 'image_too_large'])
  })

  it('is one file in the field "file"', async () => {
    const send = async (build: (form: FormData) => void) => {
      const form = new FormData()
      build(form)
      const response = await fetch(`${arena.url}/api/images`, {
        method: 'POST',
        body: form,
        headers: { cookie: person.cookie },
      })
      return [response.status, await codeOf(response)]
    }
    const blob = new Blob([new Uint8Array(await aPicture(RED))])
    const invalid = [400, 'invalid_payload']
    expect(await send((form) => form.append('picture', blob))).toEqual(invalid)
    expect(await send((form) => form.append('file', 'words'))).toEqual(invalid)
    expect(
      await send((form) => ['a', 'b'].forEach((name) => form.append('file', blob, name))),
    ).toEqual(invalid)
    expect(await unfinishedOf(arena)).toEqual([])
  })

  it('is refused from another site', async () => {
    const bytes = await aPicture(RED)
    const from = (headers: Record<string, string>) => refusal(bytes, { headers })
    const refused = [403, 'origin_refused']
    expect(await from({ origin: 'https://evil.example' })).toEqual(refused)
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toEqual(refused)
  })

  it('leaves nothing half done behind', async () => {
    expect(await unfinishedOf(arena)).toEqual([])
    for (const name of await filesOf(arena)) {
      const bytes = await readFile(join(arena.dataDir, 'images', name))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name)
    }
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

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))

function broken(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = Math.floor(copy.length / 2)
  copy.fill(0x55, middle, middle + 400)
  return copy
}

/** How far the memory of this process, the server included, rises above where it stands. */
function memoryWatch(): { stop: () => number } {
  const start = process.memoryUsage.rss()
  let peak = start
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 2)
  return {
    stop() {
      clearInterval(timer)
      return Math.max(peak, process.memoryUsage.rss()) - start
    },
  }
}
