import { Injectable } from '@nestjs/common'
import { runJob, type FitJob, type FittedBoard } from './fit-job.js'
import { FitThread } from './fit-thread.js'

/** Pairs from which a fit takes long enough (about 5 ms) to be seen in a stream: those of 100 models. */
const MANY_PAIRS = 4950

/** Fits boards: short ones here and now, long ones and all with style control beside the event loop. */
@Injectable()
export class Fitter {
  constructor(private readonly thread: FitThread) {}

  async fit(job: FitJob): Promise<FittedBoard> {
    const short = job.kind === 'plain' && job.rows.length < MANY_PAIRS
    return short ? runJob(job) : this.thread.run(job)
  }
}
