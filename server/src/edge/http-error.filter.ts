import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common'
import type { Response } from 'express'
import { AppError } from '../domain/app-error.js'
import { answerError } from './answer-error.js'
import { requestOrigin } from './request-origin.js'

/** Every failed HTTP request is answered in one form; only the unexpected is logged. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http')

  catch(error: unknown, host: ArgumentsHost): void {
    const expected = error instanceof AppError || error instanceof HttpException
    const response = host.switchToHttp().getResponse<Response>()
    if (!expected) this.logger.error(error, requestOrigin(response))
    answerError(response, error)
  }
}
