import type { Sharp, SharpOptions } from 'sharp'

export type SharpFactory = (input: string | Buffer, options?: SharpOptions) => Sharp

let loading: Promise<SharpFactory> | undefined

/** The library of pictures, loaded with the first of them: an arena without pictures pays nothing for it. */
export function loadSharp(): Promise<SharpFactory> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // One picture at a time and thread, and nothing remembered of it: memory is worth more than speed here.
    sharp.concurrency(1)
    sharp.cache(false)
    // libvips reads dozens of formats, some by way of large libraries. Ours are four.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: [
        'VipsForeignLoadPng',
        'VipsForeignLoadJpeg',
        'VipsForeignLoadWebp',
        'VipsForeignLoadNsgif',
      ],
    })
    return sharp
  })
  return loading
}
