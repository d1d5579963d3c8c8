/** An iterator that is opened when it is first read from; it can be left while it opens. */
export function lateIterator<T>(open: () => Promise<AsyncIterator<T>>): AsyncIterator<T> {
  let source: AsyncIterator<T> | undefined
  return {
    async next() {
      source ??= await open()
      return source.next()
    },
    return: async () => (await source?.return?.()) ?? { done: true, value: undefined },
  }
}
