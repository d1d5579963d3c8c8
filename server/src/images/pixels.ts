import { inLane } from './image-lane.js'
import { loadSharp } from './sharp.js'

/** Colours of a picture, three bytes a pixel, at most `side` pixels wide and high. */
export async function readPixels(data: Buffer, side: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  return inLane({ urgent: true }, () =>
    sharp(data)
      .resize({ width: side, height: side, fit: 'inside', kernel: 'nearest' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer(),
  )
}
