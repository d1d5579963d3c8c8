// `npm run test:long`: the long forms of what `npm test` tries a few times; some hours on two cores.
import { spawnSync } from 'node:child_process'

const LONG = [
  { file: 'test/integration/provider/fuzz.test.ts', times: { FUZZ_RUNS: '2500' } },
  { file: 'test/integration/realtime/exact-text.test.ts', times: { SCHEDULES: '1000' } },
  { file: 'test/integration/arena/crash.test.ts', times: { KILLS: '100' } },
  { file: 'test/integration/arena/picture-kills.test.ts', times: { KILLS: '100' } },
]

for (const { file, times } of LONG) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'integration', file], {
    stdio: 'inherit',
    env: { ...process.env, ...times },
  })
  process.exitCode ||= status ?? 1
}
