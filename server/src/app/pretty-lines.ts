import { PinoPretty as pretty } from 'pino-pretty'
import type { DestinationStream } from 'pino'

/** Log lines as people read them, in colour; written at once, so that the last words of a crash are there. */
export const prettyLines = (destination: number): DestinationStream =>
  pretty({
    destination,
    sync: true,
    colorize: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'context',
    messageFormat: '{if context}{context}: {end}{msg}',
  })
