// Installs what the tests need, where that can be done without asking: as root on Debian or its kin.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What came of it, the caller looks for. */
export function installFromDebian(what, packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error(`No ${what} here: installing Debian’s for the tests.`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
