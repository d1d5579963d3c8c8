import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const MAIN = resolve('dist/server/src/main.js')

/** The built command as a process of its own, as people run it. */
export class RingsideProcess {
  stdout = ''
  stderr = ''
  private readonly listeners = new Set<() => void>()

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (data: Buffer) => this.take('stdout', data))
    child.stderr?.on('data', (data: Buffer) => this.take('stderr', data))
  }

  static run(args: readonly string[], env: Record<string, string> = {}): RingsideProcess {
    const { PATH = '' } = process.env
    return new RingsideProcess(
      spawn(process.execPath, [MAIN, ...args], {
        env: { PATH, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
  }

  /** Resolves with the address once the server says that it is open. */
  async opened(): Promise<string> {
    const open = /Ringside is open at (\S+)/
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (open.test(this.stdout + this.stderr)) resolve()
      }
      this.listeners.add(look)
      this.child.once('exit', () => reject(new Error(`did not open: ${this.stderr}`)))
      look()
    })
    return open.exec(this.stdout + this.stderr)![1]!
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'close')
    }
    return this.child.exitCode
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal)
    return this.ended()
  }

  private take(stream: 'stdout' | 'stderr', data: Buffer): void {
    this[stream] += data.toString()
    for (const listener of this.listeners) listener()
  }
}
