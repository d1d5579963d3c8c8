import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Until nothing dead is left: what is let go of in one round is freed in the next. */
export async function collectGarbage(): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
}
