/** After the finish marker only the usage is still to come, at once if at all; milliseconds. */
const LAST_WORDS_MS = 1_000

/**
 * The chunks of an answer. Once it is finished the end of the stream is not waited for: some upstreams
 * close late or never, and the answer is complete all the same. Whoever has read this closes the connection.
 */
export async function* untilLastWords<Chunk>(
  chunks: AsyncIterable<Chunk>,
  isFinished: () => boolean,
): AsyncGenerator<Chunk, void, undefined> {
  const source = chunks[Symbol.asyncIterator]()
  const ignore = () => undefined
  try {
    for (;;) {
      const next = source.next()
      const turn = isFinished() ? await Promise.race([next, silence()]) : await next
      if (turn === undefined) next.catch(ignore)
      if (turn === undefined || turn.done) return
      yield turn.value
    }
  } finally {
    // Not awaited: it waits for the chunk that does not come.
    source.return?.().catch(ignore)
  }
}

const silence = (): Promise<undefined> =>
  new Promise((resolve) => {
    AbortSignal.timeout(LAST_WORDS_MS).addEventListener('abort', () => resolve(undefined))
  })
