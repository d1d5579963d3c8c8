import {
  Controller,
  Get,
  Param,
  Post,
  Res,
  UploadedFile,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { FileInterceptor } from '@nestjs/platform-express'
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import type { ImageView } from '#shared/protocol/image'
import { Consented } from '../../gate/consent.guard.js'
import type { Visitor } from '../../limits/rate-limits.js'
import { From } from '../../session/visitor.decorator.js'
import { Voter } from '../../session/voter.decorator.js'
import { ImageService } from './image.service.js'
import { UploadFilter } from './upload.filter.js'
import { UploadGuard } from './upload.guard.js'

/** What the multipart reader tells of a file that it has put into the data folder. */
interface ArrivedFile {
  path: string
  size: number
}

/** Pictures come in one by one, before the prompt that names them. */
@ApiTags('images')
@Controller('api/images')
export class ImageController {
  constructor(private readonly images: ImageService) {}

  @Post()
  @UseGuards(UploadGuard)
  @Consented()
  @UseInterceptors(FileInterceptor('file'))
  @UseFilters(UploadFilter)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  upload(
    @From() visitor: Visitor & { voterId: string },
    @UploadedFile() file: ArrivedFile | undefined,
  ): Promise<ImageView> {
    return this.images.upload(visitor, file)
  }

  @Get(':id')
  @ApiOkResponse({ content: { 'image/*': {} } })
  async show(
    @Voter() voter: string,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { data, type } = await this.images.read(voter, id)
    response
      .set({
        'Content-Type': `image/${type}`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        // The browser may keep it for a while, nobody between it and us.
        'Cache-Control': 'private, max-age=3600',
      })
      .send(data)
  }
}
