/** What the process ends with; 64 and 78 are `EX_USAGE` and `EX_CONFIG` of sysexits.h. */
export const EXIT_CODES = { ok: 0, runtime: 1, usage: 64, configuration: 78 } as const
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

/** Something wrong in the configuration; `path` says where, and no message repeats a value. */
export interface Finding {
  path: string
  message: string
}

/** A reason not to start that people can act on: its message is shown as it is, without a stack trace. */
export class StartupError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
    readonly faults: readonly Finding[] = [],
  ) {
    super([message, ...faults.map(describeFinding)].join('\n'))
    this.name = 'StartupError'
  }
}

/** One line for people: `  gpt.weight: expected a number of at least 0`. */
export function describeFinding({ path, message }: Finding): string {
  return `  ${path === '' ? '' : `${path}: `}${message}`
}
