import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SqliteDatabase } from '#server/storage/database/sqlite'
import { cloneBattle } from '../../support/cloned-battles.js'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { seeded } from '../../support/seeded.js'
import { TestPerson } from '../../support/test-person.js'

const ROUNDS = Number(process.env.KILLS ?? 2)
/** Votes that are acknowledged before a kill: this many at least, and up to as many more. */
const BEFORE_A_KILL = 100
/** Votes that are on their way at the same time. */
const AT_ONCE = 20
const CHOICES = ['a', 'b', 'tie', 'both_bad'] as const
const chance = seeded(4_711)

it(
  `kill -9 in the middle of votes loses none that was acknowledged, ${ROUNDS} times`,
  async () => {
    const upstream = await startFakeUpstream()
    const dataDir = mkdtempSync(join(tmpdir(), 'ringside-vote-kills-'))
    const models = join(dataDir, 'models.json')
    writeFileSync(models, JSON.stringify(twoModels(upstream.url)))
    const env = {
      PORT: '0',
      DATA_DIR: dataDir,
      API_ENDPOINT_FILE: models,
      BLIND_PACE: 'off',
      LIMITS: 'off',
      VOTE_GRACE_MS: '100',
      LOG_LEVEL: 'error',
    }
    const file = join(dataDir, 'ringside.sqlite')

    const first = RingsideProcess.run([], env)
    const founder = await TestPerson.arrive(await first.opened())
    const { conversationId } = await founder.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
    })
    await founder.hears('turn:done')
    founder.leave()
    expect(await first.kill('SIGTERM')).toBe(0)
    const battles = cloneBattle(file, conversationId, ROUNDS * 2 * (BEFORE_A_KILL + AT_ONCE))

    const acked = new Map<string, string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = RingsideProcess.run([], env)
      const voter = await TestPerson.arrive(await server.opened(), founder.cookie)
      const enough = acked.size + BEFORE_A_KILL + chance.below(BEFORE_A_KILL)
      await castUntil(enough, battles, acked, voter)
      await server.kill('SIGKILL')
      voter.leave()
      expect(lostOf(acked, file)).toEqual([])
    }
    console.info(`${acked.size} votes acknowledged, none lost, in ${ROUNDS} kills`)
    expect(acked.size).toBeGreaterThanOrEqual(ROUNDS * BEFORE_A_KILL)
    await upstream.close()
    rmSync(dataDir, { recursive: true })
  },
  60_000 + ROUNDS * 30_000,
)

/** Resolves while further votes are on their way. */
async function castUntil(
  enough: number,
  battles: string[],
  acked: Map<string, string>,
  voter: TestPerson,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const next = async (): Promise<void> => {
      const conversationId = battles.pop()
      if (conversationId === undefined) throw new Error('there are too few battles')
      const choice = CHOICES[chance.below(CHOICES.length)]!
      await voter.does('vote:cast', { conversationId, turn: 1, choice })
      acked.set(conversationId, choice)
      if (acked.size >= enough) return resolve()
      return next()
    }
    // What the kill cuts off has no acknowledgement, and fails when this has resolved.
    for (let lane = 0; lane < AT_ONCE; lane += 1) next().catch(reject)
  })
}

/** Acknowledged votes that are not in the file as they were cast; a file that is damaged fails. */
function lostOf(acked: ReadonlyMap<string, string>, file: string): string[] {
  const database = new SqliteDatabase(file, { fileMustExist: true })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  const rows = database
    .prepare<[], { conversationId: string; choice: string }>(
      'select conversationId, choice from votes',
    )
    .all()
  database.close()
  const stored = new Map(rows.map(({ conversationId, choice }) => [conversationId, choice]))
  return [...acked].filter(([id, choice]) => stored.get(id) !== choice).map(([id]) => id)
}
