import { Injectable } from '@nestjs/common'
import { runJob, type JobKind, type Jobs } from './fit-job.js'
import { FitThreads } from './fit-threads.js'

/** Pairs from which a fit takes long enough (about 5 ms) to be seen in a stream: those of 100 models. */
const MANY_PAIRS = 4950
const MANY_MODELS = 50

const isShort: { [K in JobKind]: (input: Jobs[K]['input']) => boolean } = {
  plain: ({ rows, voters, simultaneous }) =>
    rows.length < MANY_PAIRS && !simultaneous && (voters?.a.length ?? 0) < MANY_PAIRS,
  style: () => false,
  gains: ({ models }) => models.length < MANY_MODELS,
  bootstrap: () => false,
}

/** Works out boards: short jobs here and now, long ones and all with style control beside the event loop. */
@Injectable()
export class Fitter {
  constructor(private readonly threads: FitThreads) {}

  async run<K extends JobKind>(kind: K, input: Jobs[K]['input']): Promise<Jobs[K]['output']> {
    return isShort[kind](input) ? runJob(kind, input) : this.threads.run(kind, input)
  }
}
