// `npm test`: builds, then runs every test there is, the browser's included, and closes with one line.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureSshd } from './sshd.mjs'

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1

const chromium = ensureChromium()
ensureSshd()
if (run('npm', ['run', 'build']) !== 0) process.exit(1)

const folder = mkdtempSync(join(tmpdir(), 'ringside-report-'))
const report = join(folder, 'report.json')
const status = run(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['unit', 'client', 'integration', 'e2e'].map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { CHROMIUM_PATH: chromium },
)

let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
try {
  counts = JSON.parse(readFileSync(report, 'utf8'))
} catch {
  console.error('The tests ended without a report.')
}
rmSync(folder, { recursive: true, force: true })

// A suite that could not even load has no failed test, but it has failed.
const failed = counts.numFailedTests || (status === 0 ? 0 : 1)
const skipped = counts.numPendingTests ? `, ${counts.numPendingTests} skipped` : ''
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped}`)
process.exit(failed > 0 ? 1 : status)
