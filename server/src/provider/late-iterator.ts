/** An iterator that is opened when it is first read from; it can be left while it opens. */
export function lateIterator<T>(open: () => Promise<AsyncIterator<T>>): AsyncIterator<T> {
  let source: AsyncIterator<T> | undefined
  const begin = async () => {
    source = await open()
    return source.next()
  }
  return {
    // Every `next` after the first comes straight from the source.
    next: () => (source ? source.next() : begin()),
    return: async () => (await source?.return?.()) ?? { done: true, value: undefined },
  }
}
