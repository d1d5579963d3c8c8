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

/** Every failed HTTP request is answered in one form; only the unexpected is logged. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http')

  catch(error: unknown, host: ArgumentsHost): void {
    const expected = error instanceof AppError || error instanceof HttpException
    if (!expected) this.logger.error(error)
    answerError(host.switchToHttp().getResponse<Response>(), error)
  }
}
