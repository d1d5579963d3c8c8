import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import type { Environment } from './parse-settings.js'

const FILE = '.env'

/** The variables of this process, and those of `.env` in the current folder that are not set yet. */
export function processEnvironment(): Environment {
  if (existsSync(FILE)) loadEnvFile(FILE)
  return process.env
}
