import {
  Catch,
  PayloadTooLargeException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common'
import type { Response } from 'express'
import { IMAGE_BYTES } from '#shared/limits'
import { AppError } from '../../domain/app-error.js'
import { answerError } from '../../edge/answer-error.js'

/** The multipart reader's refusal of a large file, in our words. */
@Catch(PayloadTooLargeException)
export class UploadFilter implements ExceptionFilter {
  catch(_: PayloadTooLargeException, host: ArgumentsHost): void {
    answerError(
      host.switchToHttp().getResponse<Response>(),
      new AppError(
        'image_too_large',
        `This picture is larger than ${IMAGE_BYTES / 1024 / 1024} MB. Make it smaller and add it again.`,
      ),
    )
  }
}
