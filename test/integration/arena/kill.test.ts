import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { TestPerson } from '../../support/test-person.js'
import { SqliteDatabase } from '#server/storage/database/sqlite'

let upstream: FakeUpstream
let env: Record<string, string>
beforeEach(async () => {
  upstream = await startFakeUpstream()
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-kill-'))
  const file = join(dataDir, 'models.json')
  writeFileSync(file, JSON.stringify(twoModels(upstream.url)))
  env = {
    PORT: '0',
    DATA_DIR: dataDir,
    API_ENDPOINT_FILE: file,
    BLIND_PACE: 'off',
    FLUSH_MS: '50',
    VOTE_GRACE_MS: '600',
    VOTE_MIN_MS: '0',
    LOG_LEVEL: 'error',
  }
})
afterEach(() => upstream.close())

it('kill -9 in the middle of an answer leaves the text so far, marked, and it can be asked anew', async () => {
  upstream.script(() => ({ text: ['So far ', 'so good'], cut: { after: 2, by: 'stall' } }))
  const first = RingsideProcess.run([], env)
  const before = await TestPerson.arrive(await first.opened())
  const { conversationId } = await before.does('conversation:start', { mode: 'battle', text: 'Q' })
  const { seq } = await before.hears('answer:delta', ({ side }) => side === 'b')
  await before.hears('answer:delta', ({ side }) => side === 'a')
  // What was shown is on the disk within the flush interval: the file's own reader tells when.
  await expect
    .poll(() => storedTexts(env.DATA_DIR!), { timeout: 10_000 })
    .toEqual(['So far so good', 'So far so good'])
  before.leave()
  await first.kill('SIGKILL')

  const second = RingsideProcess.run([], env)
  const after = await TestPerson.arrive(await second.opened(), before.cookie)
  const joined = await after.does('conversation:join', { conversationId })
  expect(joined.seq).toBeGreaterThan(seq)
  expect(joined.snapshot.votable).toBe(false)
  expect(joined.snapshot.turns[0]!.answers.a).toMatchObject({
    text: 'So far so good',
    status: 'interrupted',
    error: { code: 'answer_interrupted' },
  })
  upstream.script(() => ({ text: ['Whole.'] }))
  await after.does('turn:retry', { conversationId })
  expect((await after.hears('turn:done')).votable).toBe(true)

  // A vote in its grace survives a kill as well, and so does its command.
  const cast = { commandId: 'once', conversationId, turn: 1, choice: 'a' as const }
  await after.ask('vote:cast', cast)
  after.leave()
  await second.kill('SIGKILL')
  const third = RingsideProcess.run([], env)
  const later = await TestPerson.arrive(await third.opened(), before.cookie)
  expect(await later.ask('vote:cast', cast)).toMatchObject({ ok: true })
  await expect
    .poll(async () => (await later.does('conversation:join', { conversationId })).snapshot.vote)
    .toMatchObject({ choice: 'a', final: true, rated: true })
  later.leave()
  expect(await third.kill('SIGTERM')).toBe(0)
}, 60_000)

function storedTexts(dataDir: string): string[] {
  const database = new SqliteDatabase(join(dataDir, 'ringside.sqlite'), { readonly: true })
  const texts = database.prepare('select text from answers order by side').pluck().all() as string[]
  database.close()
  return texts
}
