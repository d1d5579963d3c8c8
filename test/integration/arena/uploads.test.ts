import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImageView } from '#shared/protocol/image'
import { BLUE, RED, aPicture, noise } from '../../support/pictures.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { codeOf, post, upload } from './pictures.js'

const filesOf = async (arena: TestArena): Promise<string[]> =>
  (await readdir(join(arena.dataDir, 'images'))).filter((name) => name !== 'unfinished')

const unfinishedOf = (arena: TestArena): Promise<string[]> =>
  readdir(join(arena.dataDir, 'images', 'unfinished'))

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
