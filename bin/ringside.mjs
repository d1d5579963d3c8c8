#!/usr/bin/env node
// Checks what Ringside stands on, builds what is stale, and then becomes the command, in this process:
// signals arrive once, and the exit code is the command's own.
import { buildWhereStale } from './build.mjs'

const OLDEST_NODE = [20, 19]

/** What shows no pages needs no client. */
const WITHOUT_PAGES = [
  'access',
  'check-config',
  'rate',
  'rebuild',
  'export',
  'import',
  'backup',
  'restore',
  'settings',
  'help',
  '--help',
  '-h',
  '--version',
  '-V',
]

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Error(
    `Ringside needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Newer ones are at https://nodejs.org`,
  )
}

function checkPackages() {
  try {
    import.meta.resolve('commander')
  } catch {
    throw new Error('The packages that Ringside needs are not installed. Run: npm ci')
  }
}

try {
  checkNode()
  checkPackages()
  const pages = !process.argv.slice(2).some((arg) => WITHOUT_PAGES.includes(arg))
  buildWhereStale(pages ? ['server', 'client'] : ['server'])
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

await import('../dist/server/src/main.js')
