export const BLINDNESS = [
  {
    guard: 'names of a battle only after one’s own final vote',
    file: 'server/src/domain/conversation/blinding.ts',
    from: "(mode !== 'battle' || (mayDo(role, 'vote') && votedFinally))",
    to: "(mode !== 'battle' || mayDo(role, 'vote') || votedFinally)",
    tests: ['test/integration/arena/blindness.test.ts'],
  },
  {
    guard: 'failures read alike where names are hidden',
    file: 'server/src/domain/conversation/answer-error.ts',
    from: "namesKnown || code === 'answer_interrupted' ? code : 'answer_failed'",
    to: 'namesKnown || code ? code : code',
    tests: ['test/unit/domain/rules.test.ts'],
  },
  {
    guard: 'an answer in a snapshot goes as far as the pace',
    file: 'server/src/arena/conversations/snapshot.service.ts',
    from: 'stored.answers.map((answer) => live?.overlay(answer) ?? answer)',
    to: 'stored.answers.map((answer) => answer)',
    tests: [
      'test/integration/arena/battle.test.ts',
      'test/integration/realtime/exact-text.test.ts',
    ],
  },
  {
    guard: 'both answers move at one pace',
    file: 'server/src/domain/pacing/paced-pace.ts',
    from: 'backlog(flow) < characters)) {',
    to: 'backlog(flow) < 0)) {',
    tests: ['test/unit/domain/pacing.test.ts'],
  },
  {
    guard: 'the reveal is told before the board moves',
    file: 'server/src/arena/votes/vote-finalizer.ts',
    from: 'const reveal = await this.reveals.tell(closed.vote)',
    to: 'if (closed.changed) this.counted.counted(closed.changed)\n      const reveal = await this.reveals.tell(closed.vote)',
    tests: ['test/unit/arena/vote-finalizer.test.ts'],
  },
]
