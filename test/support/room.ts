import type { TestArena } from './test-arena.js'
import { TestPerson } from './test-person.js'

/** A battle that its owner has shared as a blind challenge, both answers there. */
export interface Room {
  conversationId: string
  key: string
  owner: TestPerson
}

/** @param finished wait for the end of the answers before it is shared */
export async function openRoom(arena: TestArena, finished = true): Promise<Room> {
  const owner = await TestPerson.arrive(arena.url)
  const text = 'What is 2 + 2?'
  const { conversationId } = await owner.does('conversation:start', { mode: 'battle', text })
  if (finished) await owner.hears('turn:done')
  const { key } = await owner.does('conversation:share', { conversationId, kind: 'challenge' })
  return { conversationId, key, owner }
}

/** Somebody who comes by the link of a room. */
export async function comeIn(
  { owner, conversationId, key }: Room,
  cookie?: string,
): Promise<TestPerson> {
  const visitor = await TestPerson.arrive(owner.url, cookie)
  await visitor.does('conversation:join', { conversationId, key })
  return visitor
}

/** Casts a vote and waits for the names, unless others come into question first. */
export async function voteIn(
  { conversationId }: Room,
  voter: TestPerson,
  choice: 'a' | 'b' | 'tie' | 'both_bad',
) {
  await voter.does('vote:cast', { conversationId, turn: 1, choice })
  return voter.hears('conversation:revealed', (event) => event.conversationId === conversationId)
}
