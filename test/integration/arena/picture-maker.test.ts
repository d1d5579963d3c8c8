import { Logger } from '@nestjs/common'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PictureMaker } from '#server/images/picture-maker'
import { ManualClock } from '../../support/manual-clock.js'
import { RED, aPicture, noise } from '../../support/pictures.js'

describe('the process of pictures', () => {
  let folder: string
  let file: string
  let clock: ManualClock
  let maker: PictureMaker

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-maker-'))
    file = join(folder, 'picture')
    writeFileSync(file, await aPicture(RED))
    clock = new ManualClock()
    maker = new PictureMaker(clock)
    vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await maker.onModuleDestroy()
    rmSync(folder, { recursive: true })
  })

  const child = () => maker['child']
  const lost = { code: 'internal', message: expect.stringContaining('add it again') as string }

  it('makes pictures anew, and tells in our words what cannot be one', async () => {
    const picture = await maker.make(file)
    expect(picture).toMatchObject({ type: 'png', width: 60, height: 40 })
    expect(Buffer.isBuffer(picture.data)).toBe(true)
    expect(picture.data.subarray(1, 4).toString()).toBe('PNG')
    writeFileSync(file, (await aPicture(RED)).subarray(0, 60))
    await expect(maker.make(file)).rejects.toMatchObject({ code: 'image_unreadable' })
    expect(Logger.prototype.error).not.toHaveBeenCalled()
  })

  it('does not start for what is no picture by its first bytes', async () => {
    writeFileSync(file, '<svg/>')
    await expect(maker.make(file)).rejects.toMatchObject({ code: 'image_unreadable' })
    expect(child()).toBeUndefined()
  })

  it('is kept while pictures come, and ends when none has come for a while', async () => {
    await maker.make(file)
    const first = child()!
    clock.advance(29_999)
    await maker.make(file)
    expect(child()).toBe(first)
    clock.advance(30_000)
    expect(child()).toBeUndefined()
    expect(await once(first, 'exit')).toEqual([0, null])
    await maker.make(file)
    expect(child()!.pid).not.toBe(first.pid)
  })

  it('may be killed with a picture at work: that one is lost, and the next is made', async () => {
    const refused = expect(maker.make(file)).rejects.toMatchObject(lost)
    await expect.poll(child).toBeDefined()
    child()!.kill('SIGKILL')
    await refused
    expect(Logger.prototype.error).toHaveBeenCalledWith(expect.stringContaining('SIGKILL'))
    expect(await maker.make(file)).toMatchObject({ width: 60 })
  })

  it('is ended where a picture takes too long', async () => {
    const refused = expect(maker.make(file)).rejects.toMatchObject(lost)
    await expect.poll(() => clock.pending).toBe(1)
    child()!.kill('SIGSTOP')
    clock.advance(30_000)
    await refused
    expect(await maker.make(file)).toMatchObject({ width: 60 })
  })

  it('takes no notice of what ends an arena, and ends with it', async () => {
    await maker.make(file)
    const { pid } = child()!
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid!, signal)
    expect(await maker.make(file)).toMatchObject({ width: 60 })
    expect(child()!.pid).toBe(pid)

    const ended = once(child()!, 'exit')
    writeFileSync(file, await noise(2_000, 1_000))
    const refused = expect(maker.make(file)).rejects.toMatchObject(lost)
    await expect.poll(() => clock.pending).toBe(1)
    await maker.onModuleDestroy()
    expect(await ended).toEqual([null, 'SIGKILL'])
    await refused
    await expect(maker.make(file)).rejects.toMatchObject(lost)
    expect(clock.pending).toBe(0)
  })

  it('has none of the arena’s variables', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-secret-of-the-arena')
    await maker.make(file)
    const environment = readFileSync(`/proc/${child()!.pid}/environ`, 'latin1')
    vi.unstubAllEnvs()
    expect(environment).toContain('MALLOC_TRIM_THRESHOLD_')
    expect(environment).not.toContain('sk-secret')
  })
})
