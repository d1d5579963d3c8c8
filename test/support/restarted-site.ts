import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakeUpstream, type FakeUpstream } from './fake-upstream/fake-upstream.js'
import { twoModels } from './models.js'
import { RingsideProcess } from './ringside-process.js'

/** The command as a process of its own, over a fake upstream, that may be killed and comes back where it was. */
export class RestartedSite {
  server!: RingsideProcess
  url = ''

  private constructor(
    readonly upstream: FakeUpstream,
    private readonly dataDir: string,
    private readonly env: Record<string, string>,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<RestartedSite> {
    const upstream = await startFakeUpstream()
    const dataDir = mkdtempSync(join(tmpdir(), 'ringside-restarted-'))
    const file = join(dataDir, 'models.json')
    writeFileSync(file, JSON.stringify(twoModels(upstream.url)))
    const site = new RestartedSite(upstream, dataDir, {
      PORT: '0',
      DATA_DIR: dataDir,
      API_ENDPOINT_FILE: file,
      BLIND_PACE: 'off',
      LOG_LEVEL: 'error',
      PROVIDER_CONCURRENCY: '1000',
      ...env,
    })
    await site.start()
    return site
  }

  /** On the same port as before, where there was one. */
  async start(): Promise<void> {
    const port = this.url && new URL(this.url).port
    this.server = RingsideProcess.run([], { ...this.env, ...(port && { PORT: port }) })
    this.url = await this.server.opened()
  }

  /** As a power failure: nothing can be said or written any more. */
  async kill(): Promise<void> {
    await this.server.kill('SIGKILL')
  }

  async close(): Promise<void> {
    await this.server.kill('SIGKILL')
    await this.upstream.close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}
