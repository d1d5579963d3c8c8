import type { ErrorCode } from '#shared/error-codes'
import type { EncodedImage } from './encode-image.js'

/** An uploaded file for the process of pictures. */
export interface PictureOrder {
  file: string
}

/** What becomes of it: a picture, a refusal as people may read it, or what must not happen. */
export type PictureReply =
  { image: EncodedImage } | { refusal: { code: ErrorCode; message: string } } | { failure: string }
