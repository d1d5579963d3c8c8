import type { Snapshot, TurnView } from '#shared/protocol/conversation'

export const aTurn = (overrides: Partial<TurnView> = {}): TurnView => ({
  turn: 1,
  text: 'Why is the sky blue?',
  images: [],
  createdAt: 1_000,
  answers: {
    a: { text: '', status: 'queued', attempt: 1 },
    b: { text: '', status: 'queued', attempt: 1 },
  },
  ...overrides,
})

export const aSnapshot = (overrides: Partial<Snapshot> = {}): Snapshot => ({
  conversationId: 'c1',
  mode: 'battle',
  title: 'Why is the sky blue?',
  createdAt: 1_000,
  turns: [aTurn()],
  votable: false,
  open: true,
  role: 'owner',
  presence: 1,
  ...overrides,
})
