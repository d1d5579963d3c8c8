import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AnswerDelta } from '#shared/protocol/frames'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { seeded } from '../../support/seeded.js'
import { TestPerson } from '../../support/test-person.js'
import { SqliteDatabase } from '#server/storage/database/sqlite'

/** Ten kilobytes a second: two of them come sooner than the tick of half a second. */
const PIECES = Array.from(
  { length: 600 },
  (_, at) => `${String(at).padStart(5, '0')} ${'x'.repeat(193)}\n`,
)
const WHOLE = PIECES.join('')
const chance = seeded(20_261_127)
const ROUNDS = Number(process.env.KILLS ?? 2)
/** A frame, and a commit on a busy disk. */
const SLACK_BYTES = 2_000

it(
  `kill -9 at any moment costs at most 2 KB of what was seen, ${ROUNDS} times`,
  async () => {
    const upstream = await startFakeUpstream()
    upstream.script(() => ({ text: PIECES, chunkMs: 20 }))
    const dataDir = mkdtempSync(join(tmpdir(), 'ringside-crash-'))
    const file = join(dataDir, 'models.json')
    writeFileSync(file, JSON.stringify(twoModels(upstream.url)))
    const env = {
      PORT: '0',
      DATA_DIR: dataDir,
      API_ENDPOINT_FILE: file,
      BLIND_PACE: 'off',
      LOG_LEVEL: 'error',
    }
    let worst = 0
    let cookie: string | undefined
    let last = ''
    for (let round = 0; round <= ROUNDS; round += 1) {
      const server = RingsideProcess.run([], env)
      const person = await TestPerson.arrive(await server.opened(), cookie)
      cookie = person.cookie
      if (last) {
        const { snapshot } = await person.does('conversation:join', { conversationId: last })
        expect(snapshot.votable).toBe(false)
        expect(Object.values(snapshot.turns[0]!.answers)).toMatchObject([
          { status: 'interrupted', error: { code: 'answer_interrupted' } },
          { status: 'interrupted', error: { code: 'answer_interrupted' } },
        ])
      }
      if (round === ROUNDS) {
        person.leave()
        expect(await server.kill('SIGTERM')).toBe(0)
        break
      }
      const started = await person.does('conversation:start', { mode: 'battle', text: 'Count' })
      last = started.conversationId
      // A frame of each side every 40 ms: somewhere in the first two seconds.
      const moment = 10 + chance.below(80)
      await person.hears('answer:delta', ({ seq }) => seq >= moment)
      const seen = { a: '', b: '' }
      for (const { event, payload } of person.heard) {
        const { side, text } = payload as AnswerDelta
        if (event === 'answer:delta') seen[side as 'a'] += text
      }
      await server.kill('SIGKILL')
      person.leave()
      const stored = storedTexts(dataDir, last)
      for (const side of ['a', 'b'] as const) {
        expect(WHOLE.startsWith(stored[side])).toBe(true)
        worst = Math.max(worst, seen[side].length - stored[side].length)
      }
    }
    console.info(`at most ${worst} bytes behind what was seen, in ${ROUNDS} kills`)
    expect(worst).toBeLessThanOrEqual(2_048 + SLACK_BYTES)
    await upstream.close()
  },
  60_000 + ROUNDS * 30_000,
)

function storedTexts(dataDir: string, conversationId: string): Record<'a' | 'b', string> {
  const database = new SqliteDatabase(join(dataDir, 'ringside.sqlite'), { readonly: true })
  const rows = database
    .prepare('select side, text from answers where conversationId = ?')
    .all(conversationId) as { side: 'a' | 'b'; text: string }[]
  database.close()
  return Object.fromEntries(rows.map(({ side, text }) => [side, text])) as Record<'a' | 'b', string>
}
