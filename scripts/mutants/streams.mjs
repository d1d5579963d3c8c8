export const STREAMS = [
  {
    guard: 'a page that never heard the end of a turn asks for it',
    file: 'client/src/lib/awaits-news.ts',
    from: ' || lacksItsVote(snapshot, turns)',
    to: ' || (lacksItsVote(snapshot, turns) && false)',
    tests: ['test/unit/client/composables/lost-answer.test.ts'],
  },
  {
    guard: 'who does not read is cut before it costs a megabyte',
    file: 'server/src/realtime/slow-reader.ts',
    from: 'const MOST_BYTES = 1_000_000',
    to: 'const MOST_BYTES = 10_000_000',
    tests: ['test/integration/realtime/slow-reader.test.ts'],
  },
  {
    guard: 'a lock is forgotten with the last who waits for it',
    file: 'server/src/arena/access/keyed-lock.ts',
    from: 'if (this.tails.get(key) === mine) this.tails.delete(key)',
    to: 'if (this.tails.get(key) === undefined) this.tails.delete(key)',
    tests: ['test/integration/realtime/soak.test.ts'],
  },
  {
    guard: 'what the transport of a slow reader holds counts too',
    file: 'server/src/realtime/slow-reader.ts',
    from: 'handed + bytes <= MOST_BYTES',
    to: 'bytes <= MOST_BYTES',
    tests: ['test/unit/realtime/slow-reader.test.ts'],
  },
]
