import type { Page } from 'playwright-core'
import type { ConversationSummary } from '#shared/protocol/history'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import type { TestArena } from './test-arena.js'

export const LONG_ANSWER = `Some **words** and a list:\n\n${'- A line of it that is long enough to be wrapped.\n'.repeat(20)}`

/** The rows of a history as long as this, the newest first. */
export const historyRows = (count: number): ConversationSummary[] =>
  Array.from({ length: count }, (_, at) => ({
    conversationId: `c${at}`,
    mode: 'battle',
    title: `Conversation ${at}`,
    createdAt: Date.now() - at * 3_600_000,
    updatedAt: Date.now() - at * 3_600_000,
    pinned: false,
    turns: 1,
    unvoted: false,
    failed: false,
    ...(at % 3 === 0 && { models: ['alpha', 'beta'] }),
  }))

/** Gives a conversation of one turn so many, all like it. */
export async function lengthen(arena: TestArena, id: string, count: number): Promise<void> {
  const { db } = arena.app.get(KyselyDatabase)
  const of = (table: 'turns' | 'answers') =>
    db.selectFrom(table).selectAll().where('conversationId', '=', id).execute()
  const [turns, answers] = [await of('turns'), await of('answers')]
  for (let turn = 2; turn <= count; turn += 1) {
    const more = turns.map((row) => ({ ...row, turn, text: `Turn ${turn}` }))
    await db
      .insertInto('turns')
      .values(more as never)
      .execute()
    const said = answers.map((row) => ({ ...row, turn }))
    await db
      .insertInto('answers')
      .values(said as never)
      .execute()
  }
}

/** Scrolls a box in steps of four screens, one a frame, until it is at its end. */
export const scrolled = (page: Page, selector: string, to: 'top' | 'end'): Promise<void> =>
  page.evaluate(
    async ([box, where]) => {
      const list = document.querySelector(box)!
      const end = () => (where === 'top' ? 0 : list.scrollHeight - list.clientHeight)
      while (Math.abs(list.scrollTop - end()) > 1) {
        const step = list.clientHeight * 4
        list.scrollTop += Math.sign(end() - list.scrollTop) * step
        await new Promise(requestAnimationFrame)
      }
    },
    [selector, to] as const,
  )
