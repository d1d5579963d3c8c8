import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { AppError } from '../domain/app-error.js'
import { Clock } from '../domain/ports.js'
import type { EncodedImage } from './encode-image.js'
import { inLane } from './image-lane.js'
import { requirePicture } from './image-format.js'
import type { PictureOrder, PictureReply } from './picture-order.js'

/** The decoder stops itself after 10 s; what takes longer hangs. */
const PATIENCE_MS = 30_000
/** How long the process is kept for the next picture. */
const IDLE_MS = 30_000

/**
 * What the process of pictures is given: glibc gives back at once what large pictures took, and keeps no part of it for
 * other threads, of which there is one. Nothing of the arena's own variables, and so none of its keys.
 */
const ENVIRONMENT = {
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_ARENA_MAX: '1',
  UV_THREADPOOL_SIZE: '1',
}
const FLAGS = ['--expose-gc', '--max-semi-space-size=1', '--v8-pool-size=0']

/**
 * Makes uploaded pictures anew in a process of their own: what a hostile file does to a decoder, or to the memory, ends
 * with it, and no key is there to be read. It starts with the first picture and ends when none has come for a while.
 */
@Injectable()
export class PictureMaker implements OnModuleDestroy {
  private readonly logger = new Logger('Images')
  private child: ChildProcess | undefined
  private cancelIdle = (): void => undefined
  private closed = false

  constructor(private readonly clock: Clock) {}

  /** @throws AppError `image_unreadable`, `image_too_large`, `rate_limited`, or `internal` where the process was lost */
  async make(file: string): Promise<EncodedImage> {
    await requirePicture(file)
    return inLane({}, () => this.order(file))
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true
    this.cancelIdle()
    const { child } = this
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  private async order(file: string): Promise<EncodedImage> {
    if (this.closed) throw lost()
    this.cancelIdle()
    let cancel = (): void => undefined
    try {
      const child = (this.child ??= this.start())
      cancel = this.clock.after(PATIENCE_MS, () => child.kill('SIGKILL'))
      const reply = await replyOf(child, { file })
      if ('image' in reply) return reply.image
      if ('refusal' in reply) throw new AppError(reply.refusal.code, reply.refusal.message)
      throw new Error(reply.failure)
    } catch (error) {
      if (error instanceof AppError) throw error
      if (!this.closed) this.logger.error(`A picture was lost: ${String(error)}`)
      throw lost()
    } finally {
      cancel()
      if (!this.closed) this.cancelIdle = this.clock.after(IDLE_MS, () => this.letGo())
    }
  }

  private start(): ChildProcess {
    const child = fork(processFile(), [], {
      env: ENVIRONMENT,
      execArgv: FLAGS,
      // Pictures as they are, not as JSON.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    // No reason to stay; the arena ends it when it ends.
    child.unref()
    child.channel?.unref()
    child.on('error', () => this.forget(child)).on('exit', () => this.forget(child))
    return child
  }

  private forget(child: ChildProcess): void {
    if (this.child === child) this.child = undefined
  }

  private letGo(): void {
    if (this.child?.connected) this.child.disconnect()
    this.child = undefined
  }
}

/** One at a time: the lane sees to that. */
function replyOf(child: ChildProcess, order: PictureOrder): Promise<PictureReply> {
  return new Promise((resolve, reject) => {
    const settle = (reply: PictureReply | Error): void => {
      child.off('message', settle).off('error', settle).off('exit', ended)
      if (reply instanceof Error) reject(reply)
      else resolve(reply)
    }
    const ended = (code: number | null, signal: string | null): void =>
      settle(new Error(`the process of pictures has ended (${signal ?? code})`))
    child.on('message', settle).on('error', settle).on('exit', ended)
    child.send(order, (error) => {
      if (error) settle(error)
    })
  })
}

const lost = (): AppError =>
  new AppError(
    'internal',
    'This picture could not be made ready. Nothing else is lost; add it again in a moment.',
  )

/** Run from its source, as the tests do, the server takes the process from the build. */
function processFile(): string {
  const here = import.meta.url
  const file = here.endsWith('.ts')
    ? new URL('../../../dist/server/src/images/picture-process.js', here)
    : new URL('./picture-process.js', here)
  return fileURLToPath(file)
}
