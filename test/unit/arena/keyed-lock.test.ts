import { describe, expect, it } from 'vitest'
import { KeyedLock } from '#server/arena/access/keyed-lock'

/** A piece of work that ends when it is told to. */
function work(log: string[], name: string) {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const run = async () => {
    log.push(`${name} begins`)
    await ended
    log.push(`${name} ends`)
    return name
  }
  return { run, end }
}

describe('a keyed lock', () => {
  it('runs work on one key in order, and other keys beside it', async () => {
    const lock = new KeyedLock()
    const log: string[] = []
    const [one, two, other] = ['one', 'two', 'other'].map((name) => work(log, name))
    const results = [
      lock.run('k', one!.run),
      lock.run('k', two!.run),
      lock.run('another', other!.run),
    ]
    other!.end()
    await results[2]
    two!.end()
    one!.end()
    expect(await Promise.all(results)).toEqual(['one', 'two', 'other'])
    expect(log.indexOf('one ends')).toBeLessThan(log.indexOf('two begins'))
    expect(log.indexOf('other ends')).toBeLessThan(log.indexOf('one ends'))
  })

  it('goes on after a failure', async () => {
    const lock = new KeyedLock()
    const failed = lock.run('k', () => Promise.reject(new Error('no')))
    const next = lock.run('k', () => Promise.resolve('yes'))
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
