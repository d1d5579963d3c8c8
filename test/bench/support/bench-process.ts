import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { compile } from './compile.js'

/** What a process has used since it began; memory in bytes. */
export interface Usage {
  cpuMicros: number
  rss: number
  heapUsed: number
  /** How late timers were, 99 of 100 of them, since it was asked before. */
  loopP99Ms: number
}

/** A program of its own that can be asked what it uses, and that says `… at http://…` once it is open. */
export class BenchProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(
    script: string,
    env: Record<string, string>,
    args: readonly string[] = [],
  ): Promise<BenchProcess> {
    const meter = await compile('test/bench/support/meter.process.ts')
    const { PATH = '' } = process.env
    const child = spawn(process.execPath, ['--import', meter, script, ...args], {
      env: { PATH, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    return new BenchProcess(child, await addressOf(child))
  }

  usage(): Promise<Usage> {
    return this.ask('usage')
  }

  /** Its memory without what is dead. */
  living(): Promise<Usage> {
    return this.ask('what lives')
  }

  private async ask(question: string): Promise<Usage> {
    this.child.send(question)
    const [usage] = (await once(this.child, 'message')) as [Usage]
    return usage
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL')
    await once(this.child, 'close')
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data.toString()
      const url = / at (http:\/\/\S+)/.exec(said)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`The program did not open: ${said}`)))
  })
}
