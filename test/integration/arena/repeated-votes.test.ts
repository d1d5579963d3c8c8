import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SqliteDatabase } from '#server/storage/database/sqlite'
import type { Choice } from '#shared/vocabulary'
import { cloneBattle } from '../../support/cloned-battles.js'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { seeded } from '../../support/seeded.js'
import { startArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const BATTLES = Number(process.env.VOTES ?? 300)
const CHOICES = ['a', 'b', 'tie', 'both_bad'] as const
const chance = seeded(20_261_129)

it(
  `${BATTLES} votes, each sent up to five times by three tabs at once, are one each`,
  async () => {
    const upstream = await startFakeUpstream()
    const dataDir = mkdtempSync(join(tmpdir(), 'ringside-repeated-'))
    const file = join(dataDir, 'ringside.sqlite')
    // Without a grace the first vote is final.
    const options = { models: twoModels(upstream.url), dataDir, env: { VOTE_GRACE_MS: '0' } }
    const before = await startArena(options)
    const founder = await TestPerson.arrive(before.url)
    const start = { mode: 'battle' as const, text: 'Q' }
    const { conversationId } = await founder.does('conversation:start', start)
    await founder.hears('turn:done')
    founder.leave()
    await before.close()
    const battles = cloneBattle(file, conversationId, BATTLES)

    const arena = await startArena(options)
    const tabs = await Promise.all(
      Array.from({ length: 3 }, () => TestPerson.arrive(arena.url, founder.cookie)),
    )
    let sent = 0
    const stands = new Map<string, Choice>()
    /** What one click sends again when it hears no answer, or what three tabs send of different minds. */
    async function vote(id: string): Promise<void> {
      const commandId = randomUUID()
      const choice = chance.of(CHOICES)
      const replies = await Promise.all(
        Array.from({ length: 1 + chance.below(5) }, async () => {
          sent += 1
          const cast =
            chance.next() < 0.5
              ? { commandId, choice }
              : { commandId: randomUUID(), choice: chance.of(CHOICES) }
          const ask = { ...cast, conversationId: id, turn: 1 }
          return { cast, reply: await chance.of(tabs).ask('vote:cast', ask) }
        }),
      )
      const taken = new Set<Choice>()
      for (const { cast, reply } of replies) {
        if (reply.ok) taken.add(cast.choice)
        else expect(reply.error.code).toBe('already_voted')
      }
      expect(taken.size).toBe(1)
      stands.set(id, [...taken][0]!)
    }
    for (let at = 0; at < battles.length; at += 20) {
      await Promise.all(battles.slice(at, at + 20).map(vote))
    }
    tabs.forEach((tab) => tab.leave())
    await arena.close()
    await upstream.close()

    const database = new SqliteDatabase(file, { readonly: true })
    const rows = database
      .prepare<[], { conversationId: string; choice: Choice }>(
        'select conversationId, choice from votes',
      )
      .all()
    database.close()
    expect(rows).toHaveLength(BATTLES)
    expect(new Map(rows.map((row) => [row.conversationId, row.choice]))).toEqual(stands)
    console.info(`${sent} messages, ${rows.length} votes: none twice, none lost`)
    rmSync(dataDir, { recursive: true })
  },
  60_000 + BATTLES * 100,
)
