// Builds Ringside: `node bin/build.mjs [server] [client]`. The command uses it for what is stale.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const inRoot = (path) => join(root, path)

const COMMON = ['shared', 'package.json', 'tsconfig.base.json']

const PARTS = {
  server: {
    source: 'server/src',
    inputs: ['server', 'nest-cli.json', ...COMMON],
    outputs: ['dist/server', 'dist/shared'],
    tool: 'node_modules/@nestjs/cli/bin/nest.js',
    args: ['build'],
  },
  client: {
    source: 'client/src',
    inputs: ['client', ...COMMON],
    outputs: ['dist/client'],
    tool: 'node_modules/vite/bin/vite.js',
    args: ['build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'],
  },
}

/** An empty file whose time is the start of the last build that succeeded. */
const stampOf = (part) => inRoot(`dist/.${part}-built`)

const COARSEST_FILE_TIME_MS = 2_000

const LOCK = inRoot('dist/.building')

/** When a file, or anything in a folder, changed last; the folder's own time tells of deletions. */
function changedAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}

/** An installed package has no sources, and one without the tools keeps what was built for it. */
function isStale(part) {
  const { source, inputs, outputs, tool } = PARTS[part]
  if (!existsSync(inRoot(source))) return false
  if (!existsSync(inRoot(tool)) && existsSync(inRoot(outputs[0]))) return false
  const newest = Math.max(...inputs.map((path) => changedAt(inRoot(path))))
  return newest > changedAt(stampOf(part))
}

/** @throws Error with a sentence for people when the part could not be built */
function build(part) {
  const { outputs, tool, args } = PARTS[part]
  if (!existsSync(inRoot(tool)))
    throw new Error('The build tools are missing. Run: npm ci --include=dev')
  process.stderr.write(`Building the ${part}, which takes between ten seconds and a minute.\n`)
  rmSync(stampOf(part), { force: true })
  const startedAt = new Date()
  const { status } = spawnSync(process.execPath, [inRoot(tool), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error(`The ${part} could not be built; the lines above say why.`)
  for (const path of outputs) removeOlder(inRoot(path), startedAt - COARSEST_FILE_TIME_MS)
  writeFileSync(stampOf(part), '')
  utimesSync(stampOf(part), startedAt, startedAt)
}

/**
 * The compiler writes every file anew and leaves the output of deleted sources where it was. That goes
 * afterwards, so that a process which starts meanwhile never finds an empty folder.
 */
function removeOlder(folder, time) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) removeOlder(path, time)
    else if (statSync(path).mtimeMs < time) rmSync(path)
  }
}

/** Builds what is stale; processes that start at the same moment wait for the one that builds. */
export function buildWhereStale(parts) {
  if (parts.some(isStale)) alone(() => parts.filter(isStale).forEach(build))
}

function alone(work) {
  mkdirSync(inRoot('dist'), { recursive: true })
  while (!claim(LOCK)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  try {
    work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

/** Puts our process id into the file, unless another process that still runs has put its own there. */
function claim(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!ownerRuns(lock)) rmSync(lock, { force: true })
    return false
  }
}

function ownerRuns(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2)
  alone(() => (named.length > 0 ? named : Object.keys(PARTS)).forEach(build))
}
