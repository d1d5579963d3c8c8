import { describe, expect, it } from 'vitest'
import { requireMemory } from '#server/images/decoder-memory'

type Header = Parameters<typeof requireMemory>[0]

function refusal(header: Partial<Header>, lossy = false): string | undefined {
  const usual = { format: 'png', channels: 4, hasAlpha: true, depth: 'uchar' } as const
  try {
    requireMemory({ ...usual, isProgressive: false, width: 100, height: 100, ...header }, lossy)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

const OPAQUE = { channels: 3, hasAlpha: false } as const

describe('the memory for a decoder', () => {
  it.each<[string, Partial<Header>, boolean, number]>([
    ['a PNG', {}, false, 25_000_000],
    ['a JPEG', { format: 'jpeg', ...OPAQUE }, false, 25_000_000],
    ['a lossy WebP', { format: 'webp' }, true, 25_000_000],
    ['a WebP that may be lossless', { format: 'webp' }, false, 9_000_000],
    ['a PNG of 16 bits', { depth: 'ushort' }, false, 25_000_000],
    ['an interlaced PNG', { isProgressive: true }, false, 9_000_000],
    ['an interlaced PNG of 16 bits', { depth: 'ushort', isProgressive: true }, false, 4_500_000],
    ['a progressive JPEG', { format: 'jpeg', ...OPAQUE, isProgressive: true }, false, 6_000_000],
    ['a GIF', { format: 'gif' }, false, 9_000_000],
  ])('is enough for %s of so many pixels, and of no more', (_what, header, lossy, pixels) => {
    // Upright, so that there is room for its lines.
    const width = Math.floor(Math.sqrt(pixels) / 1.5)
    const height = Math.floor(pixels / width)
    expect(refusal({ ...header, width, height }, lossy)).toBeUndefined()
    const refused = refusal({ ...header, width, height: height + 10 }, lossy)
    expect(refused).toContain(`more than ${Math.floor(pixels / 1e5) / 10} megapixels`)
  })

  it.each<[string, Partial<Header>, number, number]>([
    ['a PNG with transparency', {}, 6_591, 2_000],
    ['a PNG without', OPAQUE, 13_183, 1_600],
    ['a PNG of 16 bits', { depth: 'ushort' }, 4_394, 2_000],
    ['a GIF', { format: 'gif' }, 4_008, 1_320],
    ['a flat PNG', {}, 16_384, 200],
  ])('is enough for the lines of %s of this width, and of no more', (_what, header, wide, high) => {
    expect(refusal({ ...header, width: wide, height: high })).toBeUndefined()
    const refused = refusal({ ...header, width: wide + 10, height: high })
    expect(refused).toMatch(/more than \d+ pixels (wide|long or wide)/)
  })

  it.each(['png', 'gif', 'jpeg', 'webp'] as const)(
    'is not for a %s as long as a road',
    (format) => {
      const road =
        'This picture is more than 16384 pixels long or wide. Make it smaller, and add it again.'
      expect(refusal({ format, width: 16_384, height: 20 })).toBeUndefined()
      expect(refusal({ format, width: 16_385, height: 20 })).toBe(road)
      expect(refusal({ format, width: 20, height: 100_000 })).toBe(road)
    },
  )
})
