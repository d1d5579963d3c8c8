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
    return (await this.says(/Ringside is open at (\S+)/))[1]!
  }

  /** Resolves with what it said, or is yet to say. */
  says(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(this.stdout + this.stderr)
        if (found) resolve(found)
      }
      this.listeners.add(look)
      this.child.once('exit', () => reject(new Error(`never said ${pattern}: ${this.stderr}`)))
      look()
    })
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
