import type { ImageType } from '../storage/database/database.js'
import type { SharpFactory } from './sharp.js'

/** Pixels, 8 bits a channel, sRGB, row by row. */
export interface Pixels {
  data: Buffer
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
}

export interface EncodedImage {
  data: Buffer
  type: ImageType
  width: number
  height: number
}

/** As large as a kept picture may be; see `IMAGES_PER_CONVERSATION`. */
const TARGET_BYTES = 1024 * 1024
const QUALITIES = [88, 75, 55, 35]

/**
 * Pixels as a file: PNG where that is small (drawings, screenshots), else JPEG. All four providers and the
 * servers that imitate them read these two; WebP is beyond some of the latter.
 */
export async function encodeImage(
  sharp: SharpFactory,
  { data, ...raw }: Pixels,
  lossless: boolean,
): Promise<EncodedImage> {
  const { width, height } = raw
  const image = () => sharp(data, { raw })
  if (lossless) {
    const png = await image().png({ compressionLevel: 6 }).toBuffer()
    if (png.length <= TARGET_BYTES) return { data: png, type: 'png', width, height }
  }
  let jpeg = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    jpeg = await image()
      .flatten({ background: '#ffffff' })
      // Full colour resolution, so that coloured letters stay sharp.
      .jpeg({ quality, chromaSubsampling: '4:4:4' })
      .toBuffer()
    if (jpeg.length <= TARGET_BYTES) break
  }
  return { data: jpeg, type: 'jpeg', width, height }
}
