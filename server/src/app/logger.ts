import type { LoggerService } from '@nestjs/common'
import { pino, type Logger } from 'pino'
import type { Settings } from '../config/settings.js'

/**
 * Where Nest speaks of its own start. That is for those who look for it; a failure among it is told
 * by the command, once and in words.
 */
const OWN_AFFAIRS: readonly unknown[] = [
  'NestFactory',
  'NestApplication',
  'InstanceLoader',
  'ExceptionHandler',
  'RoutesResolver',
  'RouterExplorer',
  'WebSocketsController',
]

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
    const log = this.pino[OWN_AFFAIRS.includes(context) ? 'debug' : level].bind(this.pino)
    if (message instanceof Error) log({ context, err: message }, message.message)
    else log({ context }, typeof message === 'string' ? message : JSON.stringify(message))
  }
}
