import { parentPort } from 'node:worker_threads'
import { runJob, type JobKind, type Jobs } from './fit-job.js'

interface Order<K extends JobKind = JobKind> {
  id: number
  kind: K
  input: Jobs[K]['input']
}

// The other end of `FitThread`: one job after the other, each answered under its number.
parentPort?.on('message', ({ id, kind, input }: Order) => {
  try {
    parentPort?.postMessage({ id, result: runJob(kind, input) })
  } catch (error) {
    parentPort?.postMessage({ id, failure: String(error) })
  }
})
