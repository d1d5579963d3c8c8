import type { Metadata } from 'sharp'
import { IMAGE_PIXELS } from '#shared/limits'

/** What a decoder may hold, beside what every picture takes: with all of that it stays below 100 MB. */
const MOST_BYTES = 40_000_000

type Header = Pick<Metadata, 'format' | 'width' | 'height' | 'channels' | 'depth' | 'isProgressive'>

/**
 * The pixels that a picture of this form may have, since its decoder has to hold so much of it at once. Most are read
 * line by line; some forms can only be unpacked as a whole, which at 25 megapixels would be up to 200 MB.
 */
export const mostPixels = (header: Header, lossy: boolean): number =>
  Math.min(IMAGE_PIXELS, Math.floor(MOST_BYTES / heldBytesPerPixel(header, lossy)))

function heldBytesPerPixel(header: Header, lossy: boolean): number {
  const { format, channels = 4, depth, isProgressive } = header
  switch (format) {
    case 'png':
      if (isProgressive) return channels * (depth === 'ushort' ? 2 : 1)
      // Lines of 16 bits a channel take more on their way; measured.
      return depth === 'ushort' ? 2 : 0
    case 'jpeg':
      // Its coefficients, two bytes each; what a file says of fewer colours than pixels may be a lie.
      return isProgressive ? channels * 2 : 0
    case 'webp':
      return lossy ? 0 : 4
    default:
      return 4
  }
}
