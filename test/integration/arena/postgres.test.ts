import { expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import { newPostgresUrl } from '../../support/databases.js'
import { startArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

it('the whole main job runs on Postgres, a restart included', async () => {
  let arena = await startArena({ env: { DATABASE_URL: await newPostgresUrl() } })
  let person = await TestPerson.arrive(arena.url)
  const { conversationId } = await person.does('conversation:start', {
    mode: 'battle',
    text: 'What is 6 * 7?',
  })
  await person.hears('turn:done')
  person.leave()
  arena = await arena.restart()
  person = await person.again(arena.url)

  await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
  const { sides, vote } = await person.hears('conversation:revealed')
  expect(vote).toMatchObject({ choice: 'a', rated: true })
  const board = await person.does('leaderboard:watch', {})
  const counted = async (): Promise<Board> =>
    board.votes === 1 ? board : person.hears('leaderboard:updated', ({ votes }) => votes === 1)
  const winner = (await counted()).rows.find((row) => row.model === sides.a?.name)
  expect(winner).toMatchObject({ votes: 1, wins: 1, losses: 0 })
  person.leave()
  await arena.close()
})
