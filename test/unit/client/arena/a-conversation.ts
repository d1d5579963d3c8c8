import type { Snapshot, TurnView } from '#shared/protocol/conversation'
import type { ModelSummary } from '#shared/protocol/model'

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
  ...overrides,
})

export const aModel = (overrides: Partial<ModelSummary> = {}): ModelSummary => ({
  name: 'demo-terse',
  modes: ['battle', 'side-by-side', 'direct'],
  vision: false,
  demo: true,
  available: true,
  ...overrides,
})
