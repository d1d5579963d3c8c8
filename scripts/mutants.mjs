// `npm run mutants [WORD]`: takes away one guard after the other, in a copy of this tree, and expects that the tests
// named for it fail. A guard that nobody would miss is printed, and ends it with 1. With a word, only those guards
// that have it in their name, file or tests: `npm run mutants test/unit` is a matter of minutes.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { GUARDS } from './mutants/guards.mjs'

const [, , word = ''] = process.argv
const guards = GUARDS.filter(({ guard, file, tests }) =>
  [guard, file, ...tests].some((text) => text.includes(word)),
)
if (guards.length === 0) throw new Error(`no guard has “${word}” in its name or files`)
const folder = mkdtempSync(join(tmpdir(), 'ringside-mutants-'))
const tree = join(folder, 'tree')
const report = join(folder, 'report.json')

const KEEPING_TIMES = { recursive: true, preserveTimestamps: true }

const projectOf = (test) => {
  const [, kind, half] = test.split('/')
  return kind === 'unit' && half === 'client' ? 'client' : kind
}

/** How many tests passed and which failed; nothing where they did not even begin. */
function run(tests) {
  rmSync(report, { force: true })
  const projects = [...new Set(tests.map(projectOf))].map((name) => `--project=${name}`)
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...tests]
  const flags = ['--bail=1', '--reporter=json', `--outputFile=${report}`]
  spawnSync(process.execPath, [...vitest, ...flags], { cwd: tree, stdio: 'ignore' })
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName)
    return { passed: numPassedTests, failed }
  } catch {
    return { passed: 0, failed: [] }
  }
}

function judge({ file, from, to, tests }) {
  const path = join(tree, file)
  const source = readFileSync(path, 'utf8')
  const { atime, mtime } = statSync(path)
  if (source.split(from).length !== 2) return 'NOT FOUND'
  try {
    writeFileSync(path, source.split(from).join(to))
    // As if nothing had changed: a build would stop at what the change leaves unused.
    utimesSync(path, atime, mtime)
    const { passed, failed } = run(tests)
    if (failed.length > 0) return 'missed'
    return passed > 0 ? 'SURVIVED' : 'NO TEST RAN'
  } finally {
    writeFileSync(path, source)
    utimesSync(path, atime, mtime)
  }
}

try {
  // Built here, as a copy may not be.
  execFileSync(process.execPath, ['bin/build.mjs'], { stdio: 'ignore' })
  const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard']).toString()
  for (const file of listed.split('\0').filter(Boolean)) {
    cpSync(file, join(tree, file), KEEPING_TIMES)
  }
  cpSync('dist', join(tree, 'dist'), KEEPING_TIMES)
  // The folders are new: what was built is newer, and is not built again.
  for (const part of ['server', 'client']) {
    utimesSync(join(tree, `dist/.${part}-built`), new Date(), new Date())
  }
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
  // A test that fails anyway would miss everything.
  const { passed, failed } = run([...new Set(guards.flatMap(({ tests }) => tests))])
  if (failed.length > 0 || passed === 0) {
    throw new Error(['the tests fail with all guards in place:', ...failed].join('\n  '))
  }
  const width = Math.max(...guards.map(({ guard }) => guard.length))
  let kept = 0
  for (const guard of guards) {
    const outcome = judge(guard)
    if (outcome === 'missed') kept += 1
    console.log(`${guard.guard.padEnd(width)}  ${outcome.padEnd(11)}  ${guard.tests.join(' ')}`)
  }
  console.log(`${kept} of ${guards.length} guards are missed by a test when they are gone.`)
  if (kept < guards.length) process.exitCode = 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
