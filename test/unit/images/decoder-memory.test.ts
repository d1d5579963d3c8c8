import { expect, it } from 'vitest'
import { mostPixels } from '#server/images/decoder-memory'

type Header = Parameters<typeof mostPixels>[0]

it.each<[string, Partial<Header>, boolean, number]>([
  ['a PNG', { format: 'png', channels: 4 }, false, 25_000_000],
  ['a JPEG', { format: 'jpeg' }, false, 25_000_000],
  ['a lossy WebP', { format: 'webp' }, true, 25_000_000],
  ['a WebP that may be lossless', { format: 'webp' }, false, 10_000_000],
  ['a PNG of 16 bits', { format: 'png', depth: 'ushort' }, false, 20_000_000],
  ['an interlaced PNG', { format: 'png', channels: 4, isProgressive: true }, false, 10_000_000],
  [
    'an interlaced PNG of 16 bits',
    { format: 'png', channels: 4, depth: 'ushort', isProgressive: true },
    false,
    5_000_000,
  ],
  ['a progressive JPEG', { format: 'jpeg', isProgressive: true }, false, 6_666_666],
  ['a GIF', { format: 'gif' }, false, 10_000_000],
])('%s may have the pixels that its decoder can hold', (_what, header, lossy, pixels) => {
  const usual = { channels: 3, depth: 'uchar', isProgressive: false } as const
  expect(mostPixels({ format: 'png', ...usual, ...header } as Header, lossy)).toBe(pixels)
})
