/** What is written down of an error: fields of a library may hold addresses, keys or what somebody wrote. */
export interface LoggedError {
  type: string
  message: string
  stack: string | undefined
  code?: unknown
  cause?: LoggedError
}

const DEEPEST = 4

export function loggedError(error: Error, depth = 0): LoggedError {
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(code !== undefined && { code }),
    ...(error.cause instanceof Error &&
      depth < DEEPEST && { cause: loggedError(error.cause, depth + 1) }),
  }
}
