import { Module } from '@nestjs/common'
import { ImageFiles } from './image-files.js'
import { ImageLibrary } from './image-library.js'
import { ImageSweeper } from './image-sweeper.js'
import { PictureMaker } from './picture-maker.js'
import { UploadLimiter } from './upload-limiter.js'

/** Needs settings, clock, ids and the repositories, which come from global modules. */
@Module({
  providers: [ImageFiles, ImageLibrary, ImageSweeper, PictureMaker, UploadLimiter],
  exports: [ImageFiles, ImageLibrary, PictureMaker, UploadLimiter],
})
export class ImagesModule {}
