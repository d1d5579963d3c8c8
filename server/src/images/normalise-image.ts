import { open } from 'node:fs/promises'
import type { Sharp } from 'sharp'
import { IMAGE_PIXELS } from '#shared/limits'
import { AppError } from '../domain/app-error.js'
import { mostPixels } from './decoder-memory.js'
import { encodeImage, type EncodedImage, type Pixels } from './encode-image.js'
import { HEAD_BYTES, imageFormat, isPlainLossyWebp } from './image-format.js'
import { inLane } from './image-lane.js'
import { loadSharp } from './sharp.js'

/** Longest side of a kept picture: the most that any provider of `image-fit.ts` makes use of. */
export const KEPT_SIDE = 2048
const DECODE_SECONDS = 10

/**
 * An uploaded file as a picture of our own making. Only its pixels come through, turned upright; what
 * else was in the file (place, camera, comments, a second file behind the first) stays behind.
 * @throws AppError `image_unreadable` or `image_too_large`
 */
export async function normaliseImage(file: string): Promise<EncodedImage> {
  const head = await headOf(file)
  const format = imageFormat(head)
  if (!format) throw unreadable()
  const sharp = await loadSharp()
  const source = sharp(file, {
    // A header that promises more is refused before anything is unpacked.
    limitInputPixels: IMAGE_PIXELS,
    failOn: 'error',
    sequentialRead: true,
    pages: 1,
  })
  const header = await readable(source.metadata())
  if (header.format !== format) throw unreadable()
  const most = mostPixels(header, isPlainLossyWebp(head))
  if (header.width * header.height > most) throw tooManyPixels(most)
  return inLane({}, async () => {
    const pixels = await decode(source)
    const lossless = format === 'png' || format === 'gif' || pixels.channels % 2 === 0
    return encodeImage(sharp, pixels, lossless)
  })
}

async function decode(source: Sharp): Promise<Pixels> {
  const { data, info } = await readable(
    source
      .autoOrient()
      .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: DECODE_SECONDS })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  )
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** What the decoder says of a file, in our words. */
async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw /pixel limit/i.test(String(error)) ? tooManyPixels(IMAGE_PIXELS) : unreadable()
  }
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const unreadable = (): AppError =>
  new AppError(
    'image_unreadable',
    'This file is damaged or no picture that can be taken. PNG, JPEG, WebP and GIF can.',
  )

const tooManyPixels = (most: number): AppError =>
  new AppError(
    'image_too_large',
    `This picture has more than ${Math.floor(most / 1e5) / 10} megapixels, which is the most for its form. Make it smaller${most < IMAGE_PIXELS ? ' or save it as a plain JPEG' : ''}, and add it again.`,
  )
