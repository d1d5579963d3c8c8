import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SlotQueue } from '#server/domain/resilience/slot-queue'
import { holds } from '../../support/holds.js'

/** A line whose grants and positions are written down. */
function aLine(limits: { places?: number; waiting?: number } = {}) {
  const queue = new SlotQueue({ places: limits.places ?? 1, waiting: limits.waiting ?? 32 })
  const granted: string[] = []
  const positions: Record<string, number[]> = {}
  const enter = (name: string, voterId: string, needs: Record<string, number> = { x: 1 }) =>
    queue.enter({
      voterId,
      needs: new Map(Object.entries(needs)),
      granted: () => granted.push(name),
      moved: (position) => (positions[name] ??= []).push(position),
    })
  return { queue, granted, positions, enter }
}

describe('the line before a provider', () => {
  it('lets in who finds a place, without a word about waiting', () => {
    const { granted, positions, enter } = aLine({ places: 2 })
    enter('a', 'v')
    enter('b', 'v')
    expect(granted).toEqual(['a', 'b'])
    expect(positions).toEqual({})
  })

  it('takes voters in turn, each one’s own in their order', () => {
    const { queue, granted, enter } = aLine()
    enter('busy', 'z')
    for (const name of ['a1', 'a2', 'a3']) enter(name, 'a')
    for (const name of ['b1', 'b2']) enter(name, 'b')
    for (let count = 0; count < 5; count += 1) queue.release('x')
    expect(granted).toEqual(['busy', 'a1', 'b1', 'a2', 'b2', 'a3'])
  })

  it('tells each one’s place whenever it changes', () => {
    const { queue, positions, enter } = aLine()
    enter('busy', 'z')
    enter('a', 'a')
    const leave = enter('b', 'b')
    enter('c', 'c')
    leave?.()
    queue.release('x')
    expect(positions).toEqual({ a: [1], b: [2], c: [3, 2, 1] })
  })

  it('has no end of the line beyond its limit', () => {
    const { queue, enter } = aLine({ waiting: 2 })
    for (const name of ['busy', 'a', 'b']) expect(enter(name, name)).toBeDefined()
    expect(queue.hasRoom(new Map([['x', 1]]))).toBe(false)
    expect(enter('c', 'c')).toBeUndefined()
    expect(enter('d', 'd', { y: 1 })).toBeDefined()
  })

  it('knows who would be served at once, also in a place that is about to be given back', () => {
    const { queue, enter } = aLine()
    const one = (lane: string) => new Map([[lane, 1]])
    enter('busy', 'z')
    expect(queue.fitsNow(one('x'))).toBe(false)
    expect(queue.fitsNow(one('y'), 'x')).toBe(true)
    expect(queue.fitsNow(one('x'), 'x')).toBe(true)
    expect(queue.fitsNow(one('x'), 'y')).toBe(false)
    enter('next', 'a')
    expect(queue.fitsNow(one('x'), 'x')).toBe(false)
  })

  it('serves nobody at once in a lane that is kept for one who was passed over', () => {
    const { queue, granted, enter } = aLine()
    enter('x', 'x')
    enter('battle', 'b', { x: 1, y: 1 })
    const one = new Map([['y', 1]])
    for (let passing = 0; passing < 8; passing += 1) {
      expect(queue.fitsNow(one)).toBe(true)
      enter('other', 'c', { y: 1 })
      queue.release('y')
    }
    expect(queue.fitsNow(one)).toBe(false)
    enter('other', 'c', { y: 1 })
    expect(granted.filter((name) => name === 'other')).toHaveLength(8)
  })

  it('gives a battle both its places at once', () => {
    const { queue, granted, enter } = aLine({ places: 2 })
    enter('one', 'a')
    enter('battle', 'b', { x: 2 })
    enter('other', 'c')
    expect(granted).toEqual(['one'])
    queue.release('x')
    expect(granted).toEqual(['one', 'battle'])
  })

  it('does not let one full provider hold another one up', () => {
    const { granted, enter } = aLine()
    enter('busy', 'z')
    enter('battle', 'a', { x: 1, y: 1 })
    enter('other', 'b', { y: 1 })
    expect(granted).toEqual(['busy', 'other'])
  })

  it('passes nobody over for ever', () => {
    const { queue, granted, enter } = aLine()
    enter('x0', 'x0')
    enter('y0', 'y0', { y: 1 })
    enter('battle', 'b', { x: 1, y: 1 })
    // Never are both free at once while others are let through.
    for (let round = 1; round < 40 && !granted.includes('battle'); round += 1) {
      enter(`x${round}`, `x${round}`)
      enter(`y${round}`, `y${round}`, { y: 1 })
      queue.release('x')
      queue.release('y')
    }
    expect(granted).toContain('battle')
  })

  it('keeps every lane within its places and serves everybody in the end', () => {
    const claim = fc.record({
      voter: fc.nat(3),
      x: fc.nat(2),
      y: fc.nat(2),
      z: fc.nat(1),
      leaves: fc.boolean(),
    })
    holds(
      'slots-in-any-order',
      fc.property(fc.array(claim, { maxLength: 30 }), fc.integer({ min: 2, max: 4 }), (list, n) => {
        const queue = new SlotQueue({ places: n, waiting: 100 })
        const held: Record<string, number> = {}
        const running: Record<string, number>[] = []
        let served = 0
        let left = 0
        for (const { voter, leaves, ...needs } of list) {
          const wanted = Object.fromEntries(Object.entries(needs).filter(([, count]) => count > 0))
          let inside = false
          const leave = queue.enter({
            voterId: `v${voter}`,
            needs: new Map(Object.entries(wanted)),
            moved: () => undefined,
            granted: () => {
              inside = true
              served += 1
              running.push(wanted)
              for (const lane of Object.keys(wanted)) {
                held[lane] = (held[lane] ?? 0) + (wanted[lane] ?? 0)
                expect(held[lane]).toBeLessThanOrEqual(n)
              }
            },
          })
          if (leaves && !inside) {
            leave?.()
            left += 1
          }
        }
        for (let done = running.shift(); done; done = running.shift()) {
          for (const [lane, count] of Object.entries(done)) {
            for (let each = 0; each < count; each += 1) {
              held[lane] = (held[lane] ?? 0) - 1
              queue.release(lane)
            }
          }
        }
        expect(served + left).toBe(list.length)
        expect(queue.waiting).toBe(0)
      }),
      { runs: 300 },
    )
  })
})
