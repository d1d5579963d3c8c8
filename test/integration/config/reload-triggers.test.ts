import { once } from 'node:events'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger } from '@nestjs/common'
import { Test, type TestingModule } from '@nestjs/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ConfigModule } from '#server/config/config.module'
import { ModelCatalog } from '#server/config/model-catalog'
import { parseSettings } from '#server/config/parse-settings'
import { Clock } from '#server/domain/ports'

let folder: string
let file: string
let app: TestingModule
let catalog: ModelCatalog

const names = () => catalog.all().map(({ name }) => name)
const write = (...models: string[]) =>
  writeFile(file, JSON.stringify(Object.fromEntries(models.map((name) => [name, {}]))))
const changed = () => new Promise<void>((resolve) => catalog.onChange(() => resolve()))

/** Time stands still: a saved file waits for ever, so that only the signal can be the cause. */
const frozen: Clock = { now: () => 0, elapsed: () => 0, after: () => () => {} }

async function start(clock?: Clock): Promise<void> {
  const settings = parseSettings({}, {}, folder)
  const module = Test.createTestingModule({
    imports: [ConfigModule.forRoot(settings, { OPENAI_API_KEY: 'k' })],
  })
  if (clock) module.overrideProvider(Clock).useValue(clock)
  app = await module.compile()
  catalog = app.get(ModelCatalog)
  await app.init()
}

beforeAll(() => Logger.overrideLogger(false))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-reload-'))
  file = join(folder, 'api_endpoint.json')
  await write('gpt-a')
})

afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

describe('the model file is read again', () => {
  it('when it was saved', async () => {
    await start()
    const change = changed()
    await write('gpt-a', 'gpt-b')
    await change
    expect(names()).toEqual(['gpt-a', 'gpt-b'])
  })

  it('when an editor put another file in its place, and once more after that', async () => {
    await start()
    for (const name of ['gpt-b', 'gpt-c']) {
      const change = changed()
      await writeFile(`${file}~`, JSON.stringify({ [name]: {} }))
      await rename(`${file}~`, file)
      await change
      expect(names()).toEqual([name])
    }
  })

  it('when it is back after having been gone', async () => {
    await start()
    await rm(file)
    expect(await catalog.reload()).toMatchObject({ ok: false })
    const change = changed()
    await write('gpt-b')
    await change
    expect(names()).toEqual(['gpt-b'])
  })

  it('on SIGHUP', async () => {
    await start(frozen)
    const change = changed()
    await write('gpt-b')
    process.kill(process.pid, 'SIGHUP')
    await once(process, 'SIGHUP')
    await change
    expect(names()).toEqual(['gpt-b'])
  })
})

describe('after the end of the arena', () => {
  it('nothing listens any more', async () => {
    await start()
    const before = process.listenerCount('SIGHUP')
    await app.close()
    expect(process.listenerCount('SIGHUP')).toBe(before - 1)
  })
})
