import { readFile } from 'node:fs/promises'
import { parseEndpoints, type ParsedEndpoints } from './parse-endpoints.js'
import type { Environment } from './parse-settings.js'

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file; name another with --register-api-endpoint-file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'the user that runs Ringside may not read this file',
}

/** Reads a model file from the disk; a file that cannot be read is one fault. */
export async function readEndpoints(file: string, env: Environment): Promise<ParsedEndpoints> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException
    const message = READ_ERRORS[code] ?? `this file cannot be read (${code})`
    return { ok: false, faults: [{ path: file, message }] }
  }
  return parseEndpoints(text, env)
}
