import type { ExportedPicture } from '#shared/protocol/personal'
import type { EncodedImage } from '../../images/encode-image.js'

/** A picture as its owner takes it along, in the words of the conversations that name its id. */
export const presentPicture = (id: string, image: EncodedImage): ExportedPicture => ({
  id,
  type: image.type,
  width: image.width,
  height: image.height,
  base64: image.data.toString('base64'),
})
