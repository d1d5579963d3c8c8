import type { ImageView } from '#shared/protocol/image'
import type { Outcome } from './outcome.js'
import { redrawPicture, shrinkPicture } from './shrink-picture.js'
import { uploadPicture } from './upload-picture.js'

interface Watch {
  progress: (share: number) => void
  begun: (cancel: () => void) => void
  /** Whether it is still to be sent. */
  wanted: () => boolean
}

/** Uploads a picture, smaller where it has to be. @returns undefined where it was taken out meanwhile */
export async function sendPicture(
  file: File,
  { progress, begun, wanted }: Watch,
): Promise<Outcome<ImageView> | undefined> {
  const send = async (bytes: Blob) => {
    if (!wanted()) return undefined
    const { outcome, cancel } = uploadPicture(bytes, file.name, progress)
    begun(cancel)
    return outcome
  }
  const small = await shrinkPicture(file)
  const result = await send(small)
  if (!result || result.ok || result.error.code !== 'image_too_large' || small !== file) {
    return result
  }
  // Some forms take the server more memory than others.
  const plain = await redrawPicture(file)
  return plain === file ? result : send(plain)
}
