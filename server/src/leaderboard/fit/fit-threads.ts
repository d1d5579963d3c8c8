import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import type { JobKind, Jobs } from './fit-job.js'
import { FitThread } from './fit-thread.js'

/**
 * The threads of the boards. What people watch waits for nothing that takes seconds: neither for a board under
 * style control nor for samples, of which anybody may ask for as many as there are slices.
 */
@Injectable()
export class FitThreads implements OnModuleDestroy {
  private readonly boards = new FitThread()
  private readonly styled = new FitThread()
  private readonly samples = new FitThread()
  private readonly of: Record<JobKind, FitThread> = {
    plain: this.boards,
    gains: this.boards,
    style: this.styled,
    bootstrap: this.samples,
  }

  run<K extends JobKind>(kind: K, input: Jobs[K]['input']): Promise<Jobs[K]['output']> {
    return this.of[kind].run(kind, input)
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.boards, this.styled, this.samples].map((thread) => thread.close()))
  }
}
