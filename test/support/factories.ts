import type {
  AnswerRow,
  ConversationRow,
  TurnRow,
  VoteRow,
} from '#server/storage/database/database'

export const aConversation = (overrides: Partial<ConversationRow> = {}): ConversationRow => ({
  id: 'conversation-1',
  ownerId: 'owner',
  mode: 'battle',
  title: 'Why is the sky blue?',
  createdAt: 1_000,
  updatedAt: 1_000,
  seq: 0,
  drawProbability: 0.5,
  parameters: null,
  systemPrompt: null,
  pinned: 0,
  ...overrides,
})

export const aTurn = (overrides: Partial<TurnRow> = {}): TurnRow => ({
  conversationId: 'conversation-1',
  turn: 1,
  text: 'Why is the sky blue?',
  images: '[]',
  createdAt: 1_000,
  doneAt: null,
  ...overrides,
})

export const anAnswer = (overrides: Partial<AnswerRow> = {}): AnswerRow => ({
  conversationId: 'conversation-1',
  turn: 1,
  side: 'a',
  versionId: 'version-1',
  attempt: 1,
  status: 'queued',
  text: '',
  reasoning: '',
  finishReason: null,
  errorCode: null,
  startedAt: null,
  firstTokenAt: null,
  firstShownAt: null,
  finishedAt: null,
  inputTokens: null,
  outputTokens: null,
  reasoningTokens: null,
  ...overrides,
})

export const aVote = (overrides: Partial<VoteRow> = {}): VoteRow => ({
  id: 'vote-1',
  conversationId: 'conversation-1',
  turn: 1,
  voterId: 'owner',
  scope: 'conversation-1',
  choice: 'a',
  castAt: 5_000,
  finalAt: 8_000,
  final: 0,
  early: 0,
  rated: 0,
  unratedReason: null,
  held: 0,
  versionA: 'version-1',
  versionB: 'version-2',
  reasons: null,
  comment: null,
  ...overrides,
})
