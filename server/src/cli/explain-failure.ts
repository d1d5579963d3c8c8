import type { Settings } from '../config/settings.js'
import { EXIT_CODES, StartupError } from '../config/startup-error.js'

/** Turns a failure of the network into a sentence with the one thing to do; others stay as they are. */
export function explainFailure(error: unknown, settings: Settings): unknown {
  const explanation = explain(error as SystemError, settings)
  return explanation ? new StartupError(explanation, EXIT_CODES.runtime) : error
}

type SystemError = NodeJS.ErrnoException & { hostname?: string }

function explain(error: SystemError, { host, port, databaseUrl }: Settings): string | undefined {
  const { code, syscall, hostname } = error
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or choose another port with --port.`
  }
  if (syscall === 'listen' && code === 'EACCES') {
    return `This user may not listen on port ${port}. Choose one above 1023 with --port.`
  }
  const ownHost = syscall === 'getaddrinfo' && hostname === host
  if (ownHost || (syscall === 'listen' && code === 'EADDRNOTAVAIL')) {
    return `${host} is not an address of this machine. Choose another with --host: 127.0.0.1 for this machine alone, 0.0.0.0 for all that can reach it.`
  }
  if (databaseUrl && /^(connect|getaddrinfo)$/.test(syscall ?? '')) {
    return `The database cannot be reached (${code}). Start it, or correct DATABASE_URL.`
  }
  return undefined
}
