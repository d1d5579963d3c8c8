import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BodyLimits } from '#server/provider/body-limits'
import { holds } from '../../support/holds.js'

const MEGABYTE = 1024 * 1024
const bytes = (text: string) => Buffer.from(text)
/** Whether all of it got through. */
const passes = (limits: BodyLimits, chunks: readonly Uint8Array[]) =>
  chunks.every((chunk) => limits.take(chunk))

describe('what an SDK may have to keep', () => {
  it('is an event of a megabyte at most, in one line or in many', () => {
    const line = bytes('x'.repeat(1000))
    expect(passes(new BodyLimits(true), Array<Buffer>(1_040).fill(line))).toBe(true)
    expect(passes(new BodyLimits(true), Array<Buffer>(1_060).fill(line))).toBe(false)
    const many = bytes(`data: ${'x'.repeat(993)}\n`)
    expect(passes(new BodyLimits(true), Array<Buffer>(1_060).fill(many))).toBe(false)
  })

  it('is a body of four megabytes at most where no stream was sent', () => {
    const page = bytes(`${'x'.repeat(1022)}\n\n`)
    expect(passes(new BodyLimits(false), Array<Buffer>(4 * 1024).fill(page))).toBe(true)
    expect(passes(new BodyLimits(false), Array<Buffer>(4 * 1024 + 1).fill(page))).toBe(false)
  })

  it.each(['\n\n', '\r\n\r\n', '\r\r', '\n\r\n'])(
    'begins anew after an empty line, written as %j and split anywhere',
    (end) => {
      holds(
        `event-limit-anew-after-${end.replaceAll('\r', 'cr').replaceAll('\n', 'lf')}`,
        fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), (cuts) => {
          const limits = new BodyLimits(true)
          const event = bytes(`data: ${'x'.repeat(MEGABYTE - 100)}${end}`)
          const tail = event.length - 9
          const splits = [event.subarray(0, tail)]
          let from = tail
          for (const cut of cuts) {
            splits.push(event.subarray(from, from + cut))
            from += cut
          }
          splits.push(event.subarray(Math.min(from, event.length)))
          expect(passes(limits, [...splits, ...splits, ...splits])).toBe(true)
        }),
        { runs: 3 },
      )
    },
  )

  it('does not take the end of every line for an empty one', () => {
    const line = bytes(`data: ${'x'.repeat(992)}\r\n`)
    expect(passes(new BodyLimits(true), Array<Buffer>(1_060).fill(line))).toBe(false)
  })
})
