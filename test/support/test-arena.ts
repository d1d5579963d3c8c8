import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type RunningServer } from '#server/app/start-server'
import { parseSettings } from '#server/config/parse-settings'

export interface TestArena extends RunningServer {
  url: string
  dataDir: string
  /** Ends the process's part of it and starts another on the same data. */
  restart(env?: Record<string, string>): Promise<TestArena>
}

export interface ArenaOptions {
  /** The content of `api_endpoint.json`; without one, the demo models are the contestants. */
  models?: Record<string, unknown>
  env?: Record<string, string>
  dataDir?: string
}

/** A whole server on a free port of loopback, on a data folder of its own. */
export async function startArena(options: ArenaOptions = {}): Promise<TestArena> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'ringside-test-'))
  const endpointFile = join(dataDir, 'api_endpoint.json')
  writeFileSync(endpointFile, JSON.stringify(options.models ?? {}))
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    API_ENDPOINT_FILE: endpointFile,
    LOG_LEVEL: 'silent',
    BLIND_PACE: 'off',
    VOTE_GRACE_MS: '100',
    VOTE_MIN_MS: '0',
    LIMITS: 'off',
    PROVIDER_CONCURRENCY: '1000',
    ...options.env,
  }
  const server = await startServer(parseSettings(env, {}, process.cwd()))
  const url = `http://127.0.0.1:${server.port}`
  return {
    ...server,
    url,
    dataDir,
    async close() {
      await server.close()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
    async restart(more = {}) {
      await server.close()
      return startArena({ ...options, dataDir, env: { ...options.env, ...more } })
    },
  }
}
