import { Worker } from 'node:worker_threads'
import { HANDED_OVER, type JobKind, type Jobs } from './fit-job.js'

interface Waiting {
  resolve: (result: never) => void
  reject: (error: Error) => void
}
type Reply = { id: number; result: unknown } | { id: number; failure: string }

/** A thread for fits that would hold up the streams. It starts with the first one and ends with the server. */
export class FitThread {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private closed = false

  run<K extends JobKind>(kind: K, input: Jobs[K]['input']): Promise<Jobs[K]['output']> {
    if (this.closed) return Promise.reject(new Error('The thread of the boards is closed.'))
    const worker = (this.worker ??= this.start())
    const id = (this.lastId += 1)
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.postMessage({ id, kind, input }, HANDED_OVER[kind](input))
    })
  }

  async close(): Promise<void> {
    this.closed = true
    await this.worker?.terminate()
    this.fail(new Error('The server is closing.'))
  }

  private start(): Worker {
    // Without the flags of this process: under a test they point at sources that a thread cannot read.
    const worker = new Worker(workerFile(), { execArgv: [] })
    // A fit on its way is no reason to stay; `close` ends it.
    worker.unref()
    worker.on('message', (reply: Reply) => this.take(reply))
    worker.on('error', (error) => this.lose(worker, error))
    worker.on('exit', () => this.lose(worker, new Error('The thread of the boards has ended.')))
    return worker
  }

  private take(reply: Reply): void {
    const waiting = this.waiting.get(reply.id)
    this.waiting.delete(reply.id)
    if ('result' in reply) waiting?.resolve(reply.result as never)
    else waiting?.reject(new Error(reply.failure))
  }

  /** The next job starts another thread. */
  private lose(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return
    this.worker = undefined
    this.fail(error instanceof Error ? error : new Error(String(error)))
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

/** Run from its source, as the tests do, the server takes the thread from the build. */
function workerFile(): URL {
  const here = import.meta.url
  return here.endsWith('.ts')
    ? new URL('../../../../dist/server/src/leaderboard/fit/fit-worker.js', here)
    : new URL('./fit-worker.js', here)
}
