import { sql } from 'kysely'
import type { AnswerKey, AnswerWrite } from './answer-write.js'
import { fromWritten, written } from './bulk-update.js'
import type { AnswerRow } from './database.js'
import type { Trx } from './kysely-database.js'

/** Rows of one statement; SQLite takes 32,766 parameters at most. */
const AT_ONCE = 500

const COLUMNS = {
  versionId: 'text',
  attempt: 'bigint',
  status: 'text',
  text: 'text',
  reasoning: 'text',
  finishReason: 'text',
  errorCode: 'text',
  startedAt: 'bigint',
  firstTokenAt: 'bigint',
  finishedAt: 'bigint',
  inputTokens: 'bigint',
  outputTokens: 'bigint',
  reasoningTokens: 'bigint',
} as const satisfies Record<keyof Omit<AnswerRow, keyof AnswerKey>, 'text' | 'bigint'>

type Change = keyof typeof COLUMNS

/** A late write never touches an answer that has ended or was asked anew. */
export async function updateRunning(trx: Trx, writes: readonly AnswerWrite[]): Promise<void> {
  for (const same of bySameColumns(writes)) {
    for (let from = 0; from < same.length; from += AT_ONCE) {
      await updateAtOnce(trx, same.slice(from, from + AT_ONCE))
    }
  }
}

async function updateAtOnce(trx: Trx, writes: readonly AnswerWrite[]): Promise<void> {
  const changed = changedBy(writes[0]!)
  const rows = writes.map(({ key, attempt, change }) => ({ ...key, ofAttempt: attempt, ...change }))
  const table = written(rows as Record<string, string | number | null>[], {
    conversationId: 'text',
    turn: 'bigint',
    side: 'text',
    ofAttempt: 'bigint',
    ...Object.fromEntries(changed.map((column) => [column, COLUMNS[column]])),
  })
  await sql`${table}
    update ${sql.table('answers')} set ${fromWritten(changed)} from written
    where ${sql.ref('answers.conversationId')} = written.${sql.id('conversationId')}
      and ${sql.ref('answers.turn')} = written.turn
      and ${sql.ref('answers.side')} = written.side
      and ${sql.ref('answers.attempt')} = written.${sql.id('ofAttempt')}
      and ${sql.ref('answers.status')} in ('queued', 'streaming')`.execute(trx)
}

/** The last frame number of each conversation, which never goes back. */
export async function updateSeqs(trx: Trx, writes: readonly AnswerWrite[]): Promise<void> {
  const latest = new Map<string, number>()
  for (const { key, seq } of writes) {
    latest.set(key.conversationId, Math.max(seq, latest.get(key.conversationId) ?? 0))
  }
  const rows = [...latest].map(([id, seq]) => ({ id, seq }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const table = written(rows.slice(from, from + AT_ONCE), { id: 'text', seq: 'bigint' })
    await sql`${table}
      update ${sql.table('conversations')} set seq = written.seq from written
      where ${sql.ref('conversations.id')} = written.id
        and ${sql.ref('conversations.seq')} < written.seq`.execute(trx)
  }
}

/** Writes that change the same columns fit into one statement. */
function bySameColumns(writes: readonly AnswerWrite[]): AnswerWrite[][] {
  const groups = new Map<string, AnswerWrite[]>()
  for (const write of writes) {
    const columns = changedBy(write).join()
    const group = groups.get(columns)
    if (group) group.push(write)
    else groups.set(columns, [write])
  }
  return [...groups.values()]
}

const changedBy = ({ change }: AnswerWrite): Change[] => Object.keys(change) as Change[]
