import { describe, expect, it } from 'vitest'
import { OutputGuard } from '#server/domain/resilience/output-guard'

const feed = (pieces: Iterable<string>) => {
  const guard = new OutputGuard()
  let text = ''
  for (const piece of pieces) {
    text += guard.take(piece)
    if (guard.full) break
  }
  return { text, full: guard.full }
}

describe('an answer that does not end', () => {
  it('is cut at 200,000 characters, in the middle of a piece too', () => {
    const pieces = Array.from({ length: 300 }, (_, index) => String(index % 10).repeat(999))
    const { text, full } = feed(pieces)
    expect(full).toBe(true)
    expect(text).toHaveLength(200_000)
    expect(feed(['x'.repeat(3_000_000)]).text).toHaveLength(200_000)
  })

  it('is cut at a hundred equal pieces in a row', () => {
    expect(feed(Array<string>(500).fill('la '))).toEqual({ text: 'la '.repeat(100), full: true })
  })

  it('is left alone while it says something new', () => {
    const pieces = Array.from({ length: 1_000 }, (_, index) => (index % 99 ? 'la ' : 'lo '))
    expect(feed(pieces)).toEqual({ text: pieces.join(''), full: false })
  })

  it('counts no piece that is empty', () => {
    const guard = new OutputGuard()
    for (let count = 0; count < 200; count += 1) guard.take(undefined)
    expect(guard.full).toBe(false)
  })
})
