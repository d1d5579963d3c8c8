/** After the finish marker only the usage is still to come, at once if at all; milliseconds. */
const LAST_WORDS_MS = 1_000

const DONE = { done: true, value: undefined } as const

/**
 * The chunks of an answer. Once it is finished the end of the stream is not waited for: some upstreams
 * close late or never, and the answer is complete all the same. Whoever has read this closes the connection.
 * No generator, since every token would wait for one more promise.
 */
export function untilLastWords<Chunk>(
  chunks: AsyncIterable<Chunk>,
  isFinished: () => boolean,
): AsyncIterable<Chunk> {
  const source = chunks[Symbol.asyncIterator]()
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => (isFinished() ? Promise.race([source.next(), silence()]) : source.next()),
      // Not awaited: it waits for the chunk that does not come.
      return: () => {
        source.return?.().catch(() => undefined)
        return Promise.resolve(DONE)
      },
    }),
  }
}

const silence = (): Promise<typeof DONE> =>
  new Promise((resolve) => {
    AbortSignal.timeout(LAST_WORDS_MS).addEventListener('abort', () => resolve(DONE))
  })
