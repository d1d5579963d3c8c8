import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPicture } from '../../support/pictures.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { TestPerson } from '../../support/test-person.js'
import { post, upload } from './pictures.js'

const MEGABYTE = 1024 * 1024

type Form = (picture: Sharp) => Sharp
type Drawn = [name: string, width: number, height: number, form: Form]

const png: Form = (p) => p.png()
const deep: Form = (p) => p.toColourspace('rgb16').png()
const interlaced: Form = (p) => p.png({ progressive: true })
const deepInterlaced: Form = (p) => p.toColourspace('rgb16').png({ progressive: true })
const progressive: Form = (p) => p.jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
const losslessWebp: Form = (p) => p.webp({ lossless: true, effort: 0 })
const lossyWebp: Form = (p) => p.flatten({ background: '#fff' }).webp({ effort: 0 })
const gif: Form = (p) => p.gif({ effort: 1 })

/** What takes most memory of all that is taken: as large, or as wide, as its form may be. */
const TAKEN: Drawn[] = [
  ['PNG', 5_000, 5_000, png],
  ['PNG of 16 bits', 4_390, 5_690, deep],
  ['interlaced PNG', 2_000, 4_500, interlaced],
  ['interlaced PNG of 16 bits', 1_414, 3_182, deepInterlaced],
  ['JPEG', 5_000, 5_000, (p) => p.jpeg()],
  ['progressive JPEG', 2_449, 2_449, progressive],
  ['lossless WebP', 3_000, 3_000, losslessWebp],
  ['lossy WebP', 5_000, 5_000, lossyWebp],
  ['GIF', 2_000, 4_500, gif],
  ['wide PNG', 6_590, 3_790, png],
  ['wide PNG without transparency', 13_180, 1_890, (p) => p.flatten().png()],
  ['flat PNG', 16_384, 200, png],
]

/** What would take gigabytes, or more than is meant for it. */
const REFUSED: Drawn[] = [
  ['PNG of 16 bits as long as a road', 1_000_000, 20, deep],
  ['PNG as long as a road', 1_000_000, 25, png],
  ['PNG as high as a tower', 25, 1_000_000, png],
  ['PNG that is too wide', 16_384, 1_525, png],
  ['interlaced PNG', 3_001, 3_001, interlaced],
  ['interlaced PNG of 16 bits', 2_122, 2_122, deepInterlaced],
  ['progressive JPEG', 2_450, 2_450, progressive],
  ['lossless WebP', 3_001, 3_001, losslessWebp],
  ['GIF', 3_001, 3_001, gif],
  ['PNG of too many pixels', 5_001, 5_001, png],
]

/** Of a process, in bytes: what it has, or had at most since `forgetPeak`. */
const memory = (pid: number, file: 'status' | 'smaps_rollup', field: string): number => {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${pid}/${file}`, 'utf8'),
  )
  return Number(found?.[1]) * 1024
}
const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')
const peak = (pid: number): number => memory(pid, 'status', 'VmHWM')

/** The process of pictures as it is counted: of the program's own pages, which all share, its share. */
const ownPeak = (pid: number): number =>
  peak(pid) - memory(pid, 'status', 'RssFile') + memory(pid, 'smaps_rollup', 'Pss_File')

// The arena as people start it, without a variable for the memory; what it takes is what Linux says of it.
describe('the memory for two large pictures at once', { timeout: 90_000 }, () => {
  let folder: string
  let server: RingsideProcess
  let person: TestPerson

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-memory-'))
    server = RingsideProcess.run([], {
      ...{ PORT: '0', DATA_DIR: folder, DEMO: 'on', LIMITS: 'off', LOG_LEVEL: 'error' },
      UNSENT_IMAGES_MB: '10000',
    })
    person = await TestPerson.arrive(await server.opened())
    await upload(person, await aPicture('#208020'))
  })
  afterAll(async () => {
    person.leave()
    await server.kill('SIGTERM')
    rmSync(folder, { recursive: true })
  })

  function draw(width: number, height: number, form: Form): Promise<Buffer> {
    const background = { r: 200, g: 40, b: 40, alpha: 0.5 }
    const create = { width, height, channels: 4, background } as const
    return form(sharp({ create, limitInputPixels: false })).toBuffer()
  }
  /** The only one that the arena has started. */
  function pictureProcess(): number {
    const { pid } = server.child
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    expect(children).toMatch(/^\d+$/)
    return Number(children)
  }
  async function uploadTwice(bytes: Buffer) {
    const arena = server.child.pid!
    const pictures = pictureProcess()
    for (const pid of [arena, pictures]) forgetPeak(pid)
    const before = memory(arena, 'status', 'VmRSS')
    const responses = await Promise.all([post(person, bytes), post(person, bytes)])
    const figures = { arena: peak(arena) - before, pictures: ownPeak(pictures) }
    const answers = await Promise.all(responses.map((response) => response.text()))
    return { statuses: responses.map(({ status }) => status), answers, ...figures }
  }

  it.each(TAKEN)('stays below 100 MB: %s', async (_name, width, height, form) => {
    const { statuses, answers, arena, pictures } = await uploadTwice(
      await draw(width, height, form),
    )
    expect([statuses, answers]).toEqual([[201, 201], answers])
    expect(arena).toBeLessThan(10 * MEGABYTE)
    // All of the other process counts, since an arena without pictures has none.
    expect(arena + pictures).toBeLessThan(100 * MEGABYTE)
  })

  it.each(REFUSED)('is not asked for by: %s', async (_name, width, height, form) => {
    const { statuses, answers, arena, pictures } = await uploadTwice(
      await draw(width, height, form),
    )
    expect([statuses, answers]).toEqual([[413, 413], answers])
    for (const answer of answers)
      expect(answer).toMatch(/"image_too_large".*Make it (smaller|narrower)/)
    expect(arena + pictures).toBeLessThan(50 * MEGABYTE)
  })

  it('is free again after a kill of the arena', async () => {
    const pid = pictureProcess()
    await server.kill('SIGKILL')
    // Over, or waiting for somebody to take note of it.
    const state = () => {
      try {
        return /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      } catch {
        return 'Z'
      }
    }
    await expect.poll(state).toBe('Z')
  })
})
