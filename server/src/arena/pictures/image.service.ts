import { Injectable } from '@nestjs/common'
import { rm } from 'node:fs/promises'
import type { ImageView } from '#shared/protocol/image'
import { AppError } from '../../domain/app-error.js'
import type { EncodedImage } from '../../images/encode-image.js'
import { ImageLibrary } from '../../images/image-library.js'
import { PictureMaker } from '../../images/picture-maker.js'
import { UploadLimiter } from '../../images/upload-limiter.js'
import type { Visitor } from '../../limits/rate-limits.js'
import { ImageAccess } from './image-access.js'

/** Pictures on their way in and out. */
@Injectable()
export class ImageService {
  constructor(
    private readonly library: ImageLibrary,
    private readonly maker: PictureMaker,
    private readonly limiter: UploadLimiter,
    private readonly access: ImageAccess,
  ) {}

  async upload(
    visitor: Visitor & { voterId: string },
    file: { path: string; size: number } | undefined,
  ): Promise<ImageView> {
    if (!file) throw new AppError('invalid_payload', 'file: expected one picture in a form')
    try {
      await this.limiter.arrived(visitor, file.size)
      const { id, width, height, bytes, type } = await this.library.add(
        visitor.voterId,
        await this.limiter.oneOfFew(visitor.voterId, () => this.maker.make(file.path)),
      )
      return { id, width, height, bytes, type: `image/${type}` }
    } finally {
      await rm(file.path, { force: true })
    }
  }

  async read(voterId: string, id: string): Promise<EncodedImage> {
    await this.access.require(id, voterId)
    const image = await this.library.read(id)
    if (!image) throw new AppError('not_found', 'This picture is gone.')
    return image
  }
}
