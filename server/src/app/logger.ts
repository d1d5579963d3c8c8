import type { LoggerService } from '@nestjs/common'
import { pino, type Logger } from 'pino'
import type { Settings } from '../config/settings.js'

/** Nest's log lines as JSON on stderr; errors keep their stack there and nowhere else. */
export class ProcessLogger implements LoggerService {
  private readonly pino: Logger

  constructor({ logLevel }: Settings) {
    this.pino = pino(
      { level: logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination(2),
    )
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest)
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest)
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest)
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }

  /** Nest passes the context as the last argument. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1)
    if (message instanceof Error) this.pino[level]({ context, err: message }, message.message)
    else
      this.pino[level]({ context }, typeof message === 'string' ? message : JSON.stringify(message))
  }
}
