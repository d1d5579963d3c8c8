import { open } from 'node:fs/promises'
import type { Sharp } from 'sharp'
import { IMAGE_PIXELS } from '#shared/limits'
import { AppError } from '../domain/app-error.js'
import { encodeImage, type EncodedImage, type Pixels } from './encode-image.js'
import { HEAD_BYTES, imageFormat, type ImageFormat } from './image-format.js'
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
  const format = imageFormat(await headOf(file))
  if (!format) throw unreadable()
  const sharp = await loadSharp()
  return inLane({}, async () => {
    const source = sharp(file, {
      // A header that promises more is refused before anything is unpacked.
      limitInputPixels: IMAGE_PIXELS,
      failOn: 'error',
      sequentialRead: true,
      pages: 1,
    })
    const pixels = await decode(source, format)
    const lossless = format === 'png' || format === 'gif' || pixels.channels % 2 === 0
    return encodeImage(sharp, pixels, lossless)
  })
}

async function decode(source: Sharp, format: ImageFormat): Promise<Pixels> {
  try {
    if ((await source.metadata()).format !== format) throw unreadable()
    const { data, info } = await source
      .autoOrient()
      .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: DECODE_SECONDS })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height, channels: info.channels }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw /pixel limit/i.test(String(error)) ? tooManyPixels() : unreadable()
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

const tooManyPixels = (): AppError =>
  new AppError(
    'image_too_large',
    `This picture has more than ${IMAGE_PIXELS / 1e6} megapixels. Make it smaller and add it again.`,
  )
