import type { Sharp } from 'sharp'
import { IMAGE_PIXELS } from '#shared/limits'
import { requireMemory, tooManyPixels } from './decoder-memory.js'
import { encodeImage, type EncodedImage, type Pixels } from './encode-image.js'
import { isPlainLossyWebp, requirePicture, unreadable } from './image-format.js'
import { loadSharp } from './sharp.js'

/** Longest side of a kept picture: the most that any provider of `image-fit.ts` makes use of. */
export const KEPT_SIDE = 2048
const DECODE_SECONDS = 10

/**
 * An uploaded file as a picture of our own making. Only its pixels come through, turned upright; what else was in the
 * file (place, camera, comments, a second file behind the first) stays behind. For `PictureMaker` alone.
 * @throws AppError `image_unreadable` or `image_too_large`
 */
export async function normaliseImage(file: string): Promise<EncodedImage> {
  const { head, format } = await requirePicture(file)
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
  requireMemory(header, isPlainLossyWebp(head))
  // Otherwise all the way down is gone in 16 bits, twice of the memory.
  if (header.depth === 'ushort') source.pipelineColourspace('srgb')
  const pixels = await decode(source)
  const lossless = format === 'png' || format === 'gif' || pixels.channels % 2 === 0
  return encodeImage(sharp, pixels, lossless)
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
