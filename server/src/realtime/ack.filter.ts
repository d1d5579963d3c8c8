import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { Ack } from '#shared/protocol/common'
import { toWireError } from '../edge/wire-error.js'
import { AppError } from '../domain/app-error.js'
import { eventOrigin } from './event-origin.js'

/** Without this, a throw in a handler never reaches the client: its acknowledgement would stay open. */
@Catch()
export class AckFilter implements ExceptionFilter {
  private readonly logger = new Logger('Socket')

  catch(error: unknown, host: ArgumentsHost): void {
    if (!(error instanceof AppError)) this.logger.error(error, eventOrigin(host))
    // Nest calls handlers with (socket, payload, ack, event).
    const ack = host.getArgs().find((argument) => typeof argument === 'function') as
      ((reply: Ack<never>) => void) | undefined
    ack?.({ ok: false, error: toWireError(error) })
  }
}
