import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Makes two pictures anew side by side, and tells by how many bytes the process grew for it. */
const CHILD = `
import { normaliseImage } from ${JSON.stringify(pathToFileURL(resolve('dist/server/src/images/normalise-image.js')))}
const [warm, file] = process.argv.slice(1)
await normaliseImage(warm)
const before = process.resourceUsage().maxRSS
const ends = await Promise.allSettled([normaliseImage(file), normaliseImage(file)])
const grown = (process.resourceUsage().maxRSS - before) * 1024
console.log(JSON.stringify({ grown, codes: ends.map(({ reason }) => reason?.code ?? 'made') }))
`
const MEGABYTE = 1024 * 1024

/** As `start.sh` and the image have it: what was freed goes back at once. */
const env = { ...process.env, MALLOC_TRIM_THRESHOLD_: '131072' }

/** Forms that take much memory, and how wide a square of them may be. */
const FORMS: [string, number, (picture: Sharp) => Sharp][] = [
  ['interlaced PNG of 16 bits', 2236, (p) => p.toColourspace('rgb16').png({ progressive: true })],
  ['PNG of 16 bits', 4472, (p) => p.toColourspace('rgb16').png()],
  ['interlaced PNG', 3162, (p) => p.png({ progressive: true })],
  ['progressive JPEG', 2581, (p) => p.jpeg({ progressive: true, chromaSubsampling: '4:4:4' })],
  ['lossless WebP', 3162, (p) => p.webp({ lossless: true, effort: 0 })],
  ['GIF', 3162, (p) => p.gif({ effort: 1 })],
]

// Each draws a large picture, and unpacks it in a process of its own.
describe('the memory for two large pictures at once', { timeout: 90_000 }, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-memory-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function draw(side: number, form: (picture: Sharp) => Sharp): Promise<string> {
    const file = join(folder, `${side}`)
    const background = { r: 200, g: 40, b: 40, alpha: 0.5 }
    const create = { width: side, height: side, channels: 4, background } as const
    await form(sharp({ create, limitInputPixels: false })).toFile(file)
    return file
  }
  async function makeAnew(side: number, form: (picture: Sharp) => Sharp) {
    const warm = await draw(50, (picture) => picture.png())
    const args = ['--input-type=module', '-e', CHILD, warm, await draw(side, form)]
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
    expect(stderr).toBe('')
    return JSON.parse(stdout) as { grown: number; codes: string[] }
  }

  it.each(FORMS)('stays below 100 MB: %s', async (_name, side, form) => {
    const { grown, codes } = await makeAnew(side, form)
    expect(codes).toEqual(['made', 'made'])
    expect(grown).toBeLessThan(100 * MEGABYTE)
  })

  it.each(FORMS)('is not asked for by one that is larger: %s', async (_name, _side, form) => {
    const { grown, codes } = await makeAnew(4999, form)
    expect(codes).toEqual(['image_too_large', 'image_too_large'])
    expect(grown).toBeLessThan(50 * MEGABYTE)
  })

  it.each<[string, (picture: Sharp) => Sharp]>([
    ['PNG', (p) => p.png()],
    ['JPEG', (p) => p.jpeg()],
    ['lossy WebP', (p) => p.flatten({ background: '#fff' }).webp({ effort: 0 })],
  ])('stays below it with 25 megapixels that are read line by line: %s', async (_name, form) => {
    const { grown, codes } = await makeAnew(5000, form)
    expect(codes).toEqual(['made', 'made'])
    expect(grown).toBeLessThan(100 * MEGABYTE)
  })
})
