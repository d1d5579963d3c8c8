import { Injectable } from '@nestjs/common'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import type { ChatMessage } from '../domain/conversation/chat-history.js'
import { fitImage } from '../images/fit-image.js'
import { IMAGE_FITS } from '../images/image-fit.js'
import { ImageLibrary } from '../images/image-library.js'

/** A picture as an API takes it. */
export interface WireImage {
  mediaType: 'image/png' | 'image/jpeg'
  data: Buffer
  width: number
  height: number
}

export type WireImages = ReadonlyMap<string, WireImage>

const NONE: WireImages = new Map()

/** The pictures that a conversation has so far, as large as this model's API makes use of. */
@Injectable()
export class RequestImages {
  constructor(private readonly library: ImageLibrary) {}

  /** The newest, where there are more than the API takes. */
  async of(endpoint: ModelEndpoint, messages: readonly ChatMessage[]): Promise<WireImages> {
    const ids = messages.flatMap(({ imageIds }) => imageIds ?? [])
    if (ids.length === 0) return NONE
    const { side, most } = IMAGE_FITS[endpoint.provider]
    const images = new Map<string, WireImage>()
    for (const id of ids.slice(-most)) {
      const kept = await this.library.read(id)
      if (!kept) continue
      const { data, type, width, height } = await fitImage(kept, side)
      images.set(id, { mediaType: `image/${type}`, data, width, height })
    }
    return images
  }
}
