import type { Metadata } from 'sharp'
import { IMAGE_PIXELS } from '#shared/limits'
import { AppError } from '../domain/app-error.js'

/** Of a picture that can only be unpacked as a whole. */
const MOST_WHOLE_BYTES = 36_000_000
/** Of that and of the lines on their way: beside what every picture takes, all of it stays below 100 MB; measured, under load. */
const MOST_BYTES = 54_000_000
/** Lines that are on their way at once, where a picture is made much smaller; measured. */
const LINES = 512
/** No camera and no screen has more; what is longer was made to be. */
const MOST_SIDE = 16_384

type Header = Pick<Metadata, 'format' | 'channels' | 'depth' | 'isProgressive' | 'hasAlpha'> & {
  width: number
  height: number
}

/**
 * A file of a few kilobytes may ask for gigabytes. Most pictures are read line by line, but some forms only as a whole,
 * which at 25 megapixels would be up to 200 MB, and lines may be a million pixels long.
 * @throws AppError `image_too_large` where its decoder would have to hold more than is meant for it
 */
export function requireMemory(header: Header, lossy: boolean): void {
  const { width, height } = header
  const whole = wholeBytesPerPixel(header, lossy)
  const pixels = Math.min(IMAGE_PIXELS, Math.floor(MOST_WHOLE_BYTES / whole))
  if (width * height > pixels) throw tooManyPixels(pixels)
  if (Math.max(width, height) > MOST_SIDE) throw tooLong()
  const bytesOfColumn = height * whole + Math.min(height, LINES) * lineBytesPerPixel(header)
  if (width * bytesOfColumn > MOST_BYTES) throw tooWide(Math.floor(MOST_BYTES / bytesOfColumn))
}

function wholeBytesPerPixel(header: Header, lossy: boolean): number {
  const { format, channels = 4, depth, isProgressive } = header
  switch (format) {
    case 'png':
      return isProgressive ? channels * (depth === 'ushort' ? 2 : 1) : 0
    case 'jpeg':
      // Its coefficients, two bytes each; what a file says of fewer colours than pixels may be a lie.
      return isProgressive ? channels * 2 : 0
    case 'webp':
      return lossy ? 0 : 4
    default:
      return 4
  }
}

/** JPEG and WebP are made smaller while they are read. */
function lineBytesPerPixel({ format, channels = 4, depth, hasAlpha = true }: Header): number {
  if (format === 'jpeg' || format === 'webp') return 0
  // With a share of transparency colours are reckoned in floating point.
  const reckoned = hasAlpha ? channels * 4 : 8
  return depth === 'ushort' ? reckoned + channels * 2 : reckoned
}

export const tooManyPixels = (most: number): AppError =>
  new AppError(
    'image_too_large',
    `This picture has more than ${Math.floor(most / 1e5) / 10} megapixels, which is the most for its form. Make it smaller${most < IMAGE_PIXELS ? ' or save it as a plain JPEG' : ''}, and add it again.`,
  )

const tooLong = (): AppError =>
  new AppError(
    'image_too_large',
    `This picture is more than ${MOST_SIDE} pixels long or wide. Make it smaller, and add it again.`,
  )

const tooWide = (most: number): AppError =>
  new AppError(
    'image_too_large',
    `This picture is more than ${most} pixels wide, which is the most for its form and height. Make it narrower or save it as a plain JPEG, and add it again.`,
  )
