import { parentPort } from 'node:worker_threads'
import { runJob, type FitJob } from './fit-job.js'

// The other end of `FitThread`: one job after the other, each answered under its number.
parentPort?.on('message', ({ id, job }: { id: number; job: FitJob }) => {
  try {
    parentPort?.postMessage({ id, standings: runJob(job) })
  } catch (error) {
    parentPort?.postMessage({ id, failure: String(error) })
  }
})
