// Every test there is, the browser's included, run once.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureSshd } from './sshd.mjs'

const PROJECTS = ['unit', 'client', 'integration', 'e2e']

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1

/** Makes what the tests need, and builds. @returns the path of the browser */
export function prepareSuite() {
  const chromium = ensureChromium()
  ensureSshd()
  if (run('npm', ['run', 'build']) !== 0) process.exit(1)
  return chromium
}

/** @returns the exit code, and the report of Vitest where there is one */
export function runSuite(chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-report-'))
  const file = join(folder, 'report.json')
  const projects = PROJECTS.map((project) => `--project=${project}`)
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...reports]
  const status = run(process.execPath, vitest, { CHROMIUM_PATH: chromium })
  try {
    return { status, report: JSON.parse(readFileSync(file, 'utf8')) }
  } catch {
    console.error('The tests ended without a report.')
    return { status, report: undefined }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `12 passed, 0 failed, 1 skipped`. A suite that could not even load has no failed test, but it has failed. */
export function countsOf({ status, report }) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report ?? {}
  const failed = numFailedTests || (status === 0 ? 0 : 1)
  const skipped = numPendingTests ? `, ${numPendingTests} skipped` : ''
  return { failed, line: `${numPassedTests} passed, ${failed} failed${skipped}` }
}
