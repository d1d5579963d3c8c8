import type { Settings } from '../config/settings.js'
import { EXIT_CODES, StartupError } from '../config/startup-error.js'

/** Turns what `listen` throws into a sentence with the one thing to do; others stay as they are. */
export function explainFailure(error: unknown, { host, port }: Settings): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  const explanation = EXPLANATIONS[code ?? '']
  if (!explanation || !/^(listen|getaddrinfo)$/.test(syscall ?? '')) return error
  return new StartupError(explanation(host, port), EXIT_CODES.runtime)
}

const EXPLANATIONS: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is taken by another program. Stop that one, or choose another port with --port.`,
  EACCES: (_host, port) =>
    `This user may not listen on port ${port}. Choose one above 1023, such as --port 7860.`,
  EADDRNOTAVAIL: unknownHost,
  ENOTFOUND: unknownHost,
}

function unknownHost(host: string): string {
  return `${host} is not an address of this machine. Choose another with --host: 127.0.0.1 for this machine alone, 0.0.0.0 for all that can reach it.`
}
