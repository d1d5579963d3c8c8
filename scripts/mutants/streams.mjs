export const STREAMS = [
  {
    guard: 'a page that never heard the end of a turn asks for it',
    file: 'client/src/lib/awaits-news.ts',
    from: ' || lacksItsVote(snapshot, turns)',
    to: ' || (lacksItsVote(snapshot, turns) && false)',
    tests: ['test/unit/client/composables/lost-answer.test.ts'],
  },
]
