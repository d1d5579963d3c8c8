import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerRecord, AnswerWrite } from '#server/storage/conversations/answer-write'
import { AnswerRepository, UNANSWERED } from '#server/storage/conversations/answer.repository'
import { CommandRepository } from '#server/storage/conversations/command.repository'
import { ConversationRepository } from '#server/storage/conversations/conversation.repository'
import { HistoryRepository } from '#server/storage/conversations/history.repository'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { ModelVersionRepository } from '#server/storage/boards/model-version.repository'
import { VoteRepository } from '#server/storage/votes/vote.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'
import { aConversation, aTurn, aVote, anAnswer } from '../../support/factories.js'

const MODELS = [
  { id: 'version-1', name: 'one', provider: 'demo' as const, demo: 1 as const },
  { id: 'version-2', name: 'two', provider: 'demo' as const, demo: 1 as const },
]
const SIDES = [
  { side: 'a' as const, versionId: 'version-1' },
  { side: 'b' as const, versionId: 'version-2' },
]
const KEY = { conversationId: 'conversation-1', turn: 1, side: 'a' as const }

const aWrite = (write: Partial<AnswerWrite>, change: Partial<AnswerRecord>): AnswerWrite => ({
  key: KEY,
  attempt: 1,
  seq: 1,
  ...write,
  change: { ...UNANSWERED, ...change },
})

describe.each(DIALECTS)('repositories on %s', (dialect) => {
  let database: KyselyDatabase
  let conversations: ConversationRepository
  let answers: AnswerRepository
  let votes: VoteRepository
  let versions: ModelVersionRepository

  beforeEach(async () => {
    database = await newDatabase(dialect)
    conversations = new ConversationRepository(database)
    answers = new AnswerRepository(database)
    votes = new VoteRepository(database)
    versions = new ModelVersionRepository(database)
    await versions.remember(MODELS, 1)
    await database.write(async (trx) => {
      await conversations.insert(trx, aConversation(), SIDES)
      await conversations.insertTurn(trx, aTurn(), [
        anAnswer(),
        anAnswer({ side: 'b', versionId: 'version-2' }),
      ])
    })
  })
  afterEach(() => database.close())

  it('loads a conversation as it was written, with the names of its sides', async () => {
    const record = await conversations.load(aConversation())
    expect(await conversations.find('conversation-1')).toEqual(aConversation())
    expect(record.sides.map(({ side, name, version }) => [side, name, version])).toEqual([
      ['a', 'one', 1],
      ['b', 'two', 1],
    ])
    expect(record.turns).toEqual([aTurn()])
    expect(record.answers.map((answer) => answer.side)).toEqual(['a', 'b'])
  })

  it('numbers a model that changed as another version, and an unchanged one not again', async () => {
    await versions.remember([{ ...MODELS[0]!, id: 'version-3' }, ...MODELS], 2)
    const rows = await versions.all()
    expect(rows.map(({ id, name, version }) => [id, name, version]).sort()).toEqual([
      ['version-1', 'one', 1],
      ['version-2', 'two', 1],
      ['version-3', 'one', 2],
    ])
  })

  it('remembers the parameters that a version rejected', async () => {
    await versions.rejectParameters('version-1', ['temperature'])
    expect(await versions.rejectedParameters('version-1')).toEqual(['temperature'])
    expect(await versions.rejectedParameters('version-2')).toEqual([])
  })

  it('writes running answers and never turns an ended one back', async () => {
    const write = (attempt: number, change: Partial<AnswerRecord>) =>
      aWrite({ attempt, seq: 7 }, change)
    await answers.flush([write(1, { status: 'streaming', text: 'Ray' })])
    await answers.flush([write(1, { status: 'done', text: 'Rayleigh' })])
    await answers.flush([write(1, { status: 'streaming', text: 'Ray' })])
    const [answer] = await answers.ofTurn('conversation-1', 1)
    expect(answer).toMatchObject({ status: 'done', text: 'Rayleigh' })
    expect((await conversations.find('conversation-1'))?.seq).toBe(7)
  })

  it('keeps a late write of the first attempt out of the second', async () => {
    await database.write((trx) => answers.restart(trx, KEY))
    await answers.flush([aWrite({ seq: 3 }, { text: 'late' })])
    const [answer] = await answers.ofTurn('conversation-1', 1)
    expect(answer).toMatchObject({ attempt: 2, status: 'queued', text: '' })
  })

  it('counts how often a stopped side was asked anew alone, until both are', async () => {
    const reasked = async () =>
      (await answers.ofTurn('conversation-1', 1)).map((row) => row.reasked)
    const again = (alone: boolean) => database.write((trx) => answers.restart(trx, KEY, alone))
    const end = (attempt: number, status: 'stopped' | 'failed') =>
      answers.flush([{ ...aWrite({ seq: 3 + attempt }, { status }), attempt }])
    await end(1, 'stopped')
    await again(true)
    await end(2, 'failed')
    await again(true)
    await end(3, 'stopped')
    await again(true)
    expect(await reasked()).toEqual([2, 0])
    await end(4, 'stopped')
    await again(false)
    expect(await reasked()).toEqual([0, 0])
  })

  it('marks what a stopped process left behind as interrupted, and keeps its text', async () => {
    await answers.flush([aWrite({ seq: 4 }, { status: 'streaming', text: 'So' })])
    expect(await answers.interruptUnfinished(9)).toBe(2)
    const [answer] = await answers.ofTurn('conversation-1', 1)
    expect(answer).toMatchObject({ status: 'interrupted', text: 'So', finishedAt: 9 })
    expect((await conversations.find('conversation-1'))?.seq).toBeGreaterThan(4)
  })

  it('notes when a turn was over', async () => {
    await answers.closeTurn('conversation-1', 1, 5_000, 12)
    const record = await conversations.load(aConversation())
    expect(record.turns[0]?.doneAt).toBe(5_000)
    expect((await conversations.find('conversation-1'))?.seq).toBe(12)
  })

  it('closes what the last process left open, with numbers that nobody has seen', async () => {
    await answers.flush(
      (['a', 'b'] as const).map((side, at) =>
        aWrite(
          { key: { ...KEY, side }, seq: 4 },
          { status: 'done', text: 'So', finishedAt: 70 + at },
        ),
      ),
    )
    expect(await answers.interruptUnfinished(99)).toBe(0)
    await answers.closeForgotten(99)
    const record = await conversations.load(aConversation())
    expect(record.turns[0]?.doneAt).toBe(71)
    const seq = (await conversations.find('conversation-1'))?.seq
    expect(seq).toBeGreaterThan(4)
    await answers.closeForgotten(100)
    expect((await conversations.find('conversation-1'))?.seq).toBe(seq)
  })

  it('stores one vote a voter and scope, replaceable until it is final', async () => {
    const cast = (choice: 'a' | 'b') =>
      database.write((trx) => votes.put(trx, aVote({ id: `vote-${choice}`, choice })))
    expect((await cast('a')).choice).toBe('a')
    expect((await cast('b')).choice).toBe('b')
    const standing = await votes.find('conversation-1', 'owner')
    expect(standing?.id).toBe('vote-a')
    const verdict = { rated: 1 as const, unratedReason: null, ownReason: null }
    expect(await database.write((trx) => votes.finalize(trx, standing!, verdict))).toBe(true)
    expect(await database.write((trx) => votes.finalize(trx, standing!, verdict))).toBe(false)
    expect((await cast('a')).choice).toBe('b')
  })

  it('makes no vote final that was changed since it was looked at, and changes none after its grace', async () => {
    const cast = (choice: 'a' | 'b', castAt: number) =>
      database.write((trx) => votes.put(trx, aVote({ choice, castAt, finalAt: castAt + 3_000 })))
    const seen = await cast('a', 1_000)
    const changed = await cast('b', 2_000)
    const verdict = { rated: 1 as const, unratedReason: null, ownReason: null }
    expect(await database.write((trx) => votes.finalize(trx, seen, verdict))).toBe(false)
    expect((await cast('a', 6_000)).choice).toBe('b')
    expect(await database.write((trx) => votes.finalize(trx, changed, verdict))).toBe(true)
  })

  it('keeps one vote where many are cast at the same moment', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        database.write((trx) => votes.put(trx, aVote({ id: `vote-${index}`, choice: 'tie' }))),
      ),
    )
    expect(await votes.ofVoter('conversation-1', 'owner')).toHaveLength(1)
  })

  it('finds the votes whose grace is over and the next that will be', async () => {
    await database.write((trx) => votes.put(trx, aVote({ finalAt: 8_000 })))
    expect(await votes.due(7_999)).toEqual([])
    expect(await votes.due(8_000)).toHaveLength(1)
    expect(await votes.nextDue()).toBe(8_000)
  })

  it('lists the history newest first, page by page', async () => {
    for (const id of ['2', '3']) {
      await database.write((trx) =>
        conversations.insert(trx, aConversation({ id, updatedAt: 1_000 * Number(id) }), SIDES),
      )
    }
    const history = new HistoryRepository(database)
    const first = await history.page('owner', {}, 2)
    expect(first.map(({ id, turns, models }) => [id, turns, models])).toEqual([
      ['3', 0, ['one', 'two']],
      ['2', 0, ['one', 'two']],
    ])
    const second = await history.page('owner', { before: first[1] }, 2)
    expect(second.map(({ id, turns }) => [id, turns])).toEqual([['conversation-1', 1]])
    expect(await history.page('stranger', {}, 2)).toEqual([])
  })

  it('pages through conversations of the same millisecond without losing one', async () => {
    const ids = ['2', '3', '4', '5']
    for (const id of ids) {
      await database.write((trx) => conversations.insert(trx, aConversation({ id }), SIDES))
    }
    const history = new HistoryRepository(database)
    const seen: string[] = []
    let page = await history.page('owner', {}, 2)
    while (page.length > 0) {
      seen.push(...page.map(({ id }) => id))
      page = await history.page('owner', { before: page.at(-1) }, 2)
    }
    expect(seen).toEqual([...ids, 'conversation-1'])
  })

  it('pages through pinned conversations first, and then through the others', async () => {
    for (const [id, pinned] of [
      ['2', 1],
      ['3', 0],
      ['4', 1],
      ['5', 0],
    ] as const) {
      const updatedAt = 1_000 * Number(id)
      await database.write((trx) =>
        conversations.insert(trx, aConversation({ id, updatedAt, pinned }), SIDES),
      )
    }
    const history = new HistoryRepository(database)
    const seen: string[] = []
    let page = await history.page('owner', {}, 1)
    while (page.length > 0) {
      seen.push(...page.map(({ id }) => id))
      page = await history.page('owner', { before: page.at(-1) }, 1)
    }
    expect(seen).toEqual(['4', '2', '5', '3', 'conversation-1'])
  })

  it('finds conversations by each word of their titles and prompts, in any case and language', async () => {
    const texts = { '2': 'Öl und ÄPFEL, 100% genau', '3': '为什么天空是蓝色的？', '4': 'apples' }
    for (const [id, text] of Object.entries(texts)) {
      await database.write(async (trx) => {
        const title = id === '4' ? 'Renamed: Fruit' : text
        await conversations.insert(trx, aConversation({ id, title }), SIDES)
        const answer = anAnswer({ conversationId: id, text: 'told by nobody' })
        await conversations.insertTurn(trx, aTurn({ conversationId: id, text }), [answer])
      })
    }
    const history = new HistoryRepository(database)
    const found = async (search: string, owner = 'owner') =>
      (await history.page(owner, { search }, 9)).map(({ id }) => id)
    expect(await found('äpfel')).toEqual(['2'])
    expect(await found('ÖL  Genau')).toEqual(['2'])
    expect(await found('天空')).toEqual(['3'])
    expect(await found('fruit APPLES')).toEqual(['4'])
    expect(await found('100%')).toEqual(['2'])
    expect(await found('1%0')).toEqual([])
    expect(await found('fruit sky')).toEqual([])
    expect(await found('nobody')).toEqual([])
    expect(await found('apples', 'stranger')).toEqual([])
    expect(await found(' ')).toHaveLength(4)
  })

  it('erases every word of a conversation and keeps the bare outcome of a final vote', async () => {
    await database.write((trx) => votes.put(trx, aVote({ final: 1, comment: 'secret' })))
    await conversations.erase('conversation-1')
    expect(await conversations.find('conversation-1')).toBeUndefined()
    expect(await answers.ofTurn('conversation-1', 1)).toEqual([])
    const [vote] = await votes.ofVoter('conversation-1', 'owner')
    expect(vote).toMatchObject({ choice: 'a', comment: null })
  })

  it('ends an old conversation only where nobody has gone on with it and no vote is in its grace', async () => {
    const { updatedAt } = (await conversations.find('conversation-1'))!
    expect(await conversations.expire('conversation-1', updatedAt)).toBeUndefined()
    expect(await conversations.expire('another', updatedAt + 1)).toBeUndefined()
    await database.write((trx) => votes.put(trx, aVote({ final: 0 })))
    expect(await conversations.expire('conversation-1', updatedAt + 1)).toBeUndefined()
    await database.db.updateTable('votes').set({ final: 1 }).execute()
    expect(await conversations.untouchedSince(updatedAt + 1, 9)).toEqual([
      { id: 'conversation-1', updatedAt },
    ])
    expect(await conversations.expire('conversation-1', updatedAt + 1)).toEqual([])
    expect(await conversations.find('conversation-1')).toBeUndefined()
  })

  it('lists old conversations part by part, those of one moment too', async () => {
    const ids = ['p', 'q', 'r', 's', 't']
    await database.write(async (trx) => {
      for (const [at, id] of ids.entries()) {
        const updatedAt = at < 3 ? 1 : 2
        await conversations.insert(trx, aConversation({ id, updatedAt }), SIDES)
      }
    })
    const page = async (after?: string) => {
      const last = after ? { id: after, updatedAt: ids.indexOf(after) < 3 ? 1 : 2 } : undefined
      return (await conversations.untouchedSince(3, 2, last)).map(({ id }) => id)
    }
    expect(await page()).toEqual(['p', 'q'])
    expect(await page('q')).toEqual(['r', 's'])
    expect(await page('s')).toEqual(['t'])
  })

  it('gives the first answer of a command again, to its own voter only', async () => {
    const commands = new CommandRepository(database)
    const row = {
      ...{ voterId: 'v', commandId: 'c', event: 'turn:stop' },
      ...{ asked: 'hash', reply: '{}', createdAt: 5 },
    }
    await database.write((trx) => commands.insert(trx, row))
    expect(await commands.find('v', 'c')).toEqual(row)
    expect(await commands.find('w', 'c')).toBeUndefined()
    await commands.forgetBefore(6)
    expect(await commands.find('v', 'c')).toBeUndefined()
  })
})
