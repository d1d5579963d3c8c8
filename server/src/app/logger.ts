import type { LoggerService } from '@nestjs/common'
import { isatty } from 'node:tty'
import { pino, type DestinationStream, type Logger } from 'pino'
import type { Settings } from '../config/settings.js'
import type { LogContext } from '../edge/log-context.js'
import { loggedError } from './log-error.js'
import { prettyLines } from './pretty-lines.js'

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

const STDERR = 2

/**
 * Nest's log lines on stderr: JSON, or for people where a terminal is attached. Each tells of which request
 * and conversation it speaks; errors keep their stack there and nowhere else.
 */
export class ProcessLogger implements LoggerService {
  private readonly pino: Logger

  constructor(
    { logLevel, logFormat }: Pick<Settings, 'logLevel' | 'logFormat'>,
    output: DestinationStream = isPretty(logFormat)
      ? prettyLines(STDERR)
      : pino.destination(STDERR),
  ) {
    this.pino = pino(
      {
        level: logLevel,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (level) => ({ level }) },
        serializers: { err: loggedError },
      },
      output,
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

  /** Nest passes the context as the last argument; before it a line may tell of its origin. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1)
    const origin = rest.find((part) => typeof part === 'object') as LogContext | undefined
    const log = this.pino[OWN_AFFAIRS.includes(context) ? 'debug' : level].bind(this.pino)
    if (message instanceof Error) log({ context, ...origin, err: message }, message.message)
    else
      log({ context, ...origin }, typeof message === 'string' ? message : JSON.stringify(message))
  }
}

const isPretty = (format: Settings['logFormat']): boolean =>
  format === 'auto' ? isatty(STDERR) : format === 'pretty'
