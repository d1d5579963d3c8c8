import { encodeImage, type EncodedImage } from './encode-image.js'
import { inLane } from './image-lane.js'
import { loadSharp } from './sharp.js'

/** A kept picture with its longest side at most `side`; one that fits already is sent as it is. */
export async function fitImage(image: EncodedImage, side: number): Promise<EncodedImage> {
  if (Math.max(image.width, image.height) <= side) return image
  const sharp = await loadSharp()
  return inLane({ urgent: true }, async () => {
    const { data, info } = await sharp(image.data)
      .resize({ width: side, height: side, fit: 'inside' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return encodeImage(sharp, { data, width, height, channels }, image.type === 'png')
  })
}
