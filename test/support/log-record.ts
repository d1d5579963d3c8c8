import type { LoggerService } from '@nestjs/common'

/** Every line that the server would log at its lowest level, errors with their stacks and causes. */
export class LogRecord implements LoggerService {
  readonly lines: string[] = []

  log = (...message: unknown[]): void => this.add(message)
  error = (...message: unknown[]): void => this.add(message)
  warn = (...message: unknown[]): void => this.add(message)
  debug = (...message: unknown[]): void => this.add(message)
  verbose = (...message: unknown[]): void => this.add(message)

  /** @returns those of the words that were written, in any case */
  find(words: readonly string[]): string[] {
    const all = this.lines.join('\n').toLowerCase()
    return words.filter((word) => all.includes(word.toLowerCase()))
  }

  private add(parts: readonly unknown[]): void {
    this.lines.push(parts.map(textOf).join(' '))
  }
}

function textOf(part: unknown): string {
  if (!(part instanceof Error)) return typeof part === 'string' ? part : JSON.stringify(part)
  return `${part.stack} ${JSON.stringify(part)} ${part.cause === undefined ? '' : textOf(part.cause)}`
}
