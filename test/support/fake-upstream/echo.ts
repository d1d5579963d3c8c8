import type { Call } from './script.js'

// What a careless upstream knows of its caller and could blurt out.

/** The key that came with a request, wherever its format puts it. */
export function keyOf({ headers }: Call): string {
  const key = headers['x-api-key'] ?? headers['x-goog-api-key'] ?? headers.authorization ?? ''
  return String(key).replace(/^Bearer /, '')
}

/** The model that a request names; Gemini has it in the path. */
export const modelOf = ({ body, path }: Call): string =>
  String(body.model ?? /\/models\/([^:]+):/.exec(path)?.[1] ?? '')

export const hostOf = ({ headers }: Call): string => headers.host ?? ''
