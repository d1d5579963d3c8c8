import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlainEvents } from '#server/provider/gemini/plain-events'
import { holds } from '../../support/holds.js'

const read = (pieces: readonly Buffer[]): string => {
  const events = new PlainEvents()
  return Buffer.concat(pieces.map((piece) => events.take(piece))).toString()
}

describe('the events of a Gemini stream, made plain', () => {
  it.each([
    ['a comment', ': alive\n\ndata: 1\n\n', 'data: 1\n\n'],
    ['a comment inside an event', 'data: 1\n: alive\n\n', 'data: 1\n\n'],
    ['other fields', 'event: x\nid: 7\nretry: 1\ndata: 1\n\n', 'data: 1\n\n'],
    ['no space', 'data:{"a":1}\n\n', 'data: {"a":1}\n\n'],
    ['carriage returns alone', 'data: 1\r\rdata: 2\r\r', 'data: 1\n\ndata: 2\n\n'],
    ['several lines', 'data: {"a":\ndata: 1}\n\n', 'data: {"a": 1}\n\n'],
    ['separators of Unicode', 'data: "\u2028\u2029"\n\n', 'data: "\\u2028\\u2029"\n\n'],
    ['a mark at the beginning', '\ufeffdata: 1\n\n', 'data: 1\n\n'],
    ['an event without its end', 'data: 1\n\ndata: 2\n', 'data: 1\n\n'],
  ])('with %s', (_, stream, plain) => {
    expect(read([Buffer.from(stream)])).toBe(plain)
  })

  it('are the same however the bytes are cut', () => {
    const part = fc.constantFrom(
      ...[': alive\n\n', 'data: 1\r\n\r\n', 'data:2\r\r', 'id: 3\n', 'data: "é\u2028"\n\n', '\n'],
    )
    holds(
      'plain-events-cut-anywhere',
      fc.property(fc.array(part, { maxLength: 8 }), fc.array(fc.nat(200)), (parts, cuts) => {
        const bytes = Buffer.from(parts.join(''))
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b)]
        const pieces = at.map((from, index) => bytes.subarray(from, at[index + 1]))
        const uniform = (text: string) => text.replaceAll('\r\n', '\n')
        expect(uniform(read(pieces))).toBe(uniform(read([bytes])))
      }),
      { runs: 2_000 },
    )
  })

  it('that are plain already go on as they are', () => {
    const bytes = Buffer.from('data: {"a":"é"}\r\n\r\n')
    expect(new PlainEvents().take(bytes)).toBe(bytes)
  })
})
