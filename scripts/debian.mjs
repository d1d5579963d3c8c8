// Installs what the tests need, where that can be done without asking: as root on Debian or its kin. No service
// is started by it.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

/** What came of it, the caller looks for. */
export function installFromDebian(what, packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error(`No ${what} here: installing Debian’s for the tests.`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  const silenced = keepServicesDown()
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (silenced) rmSync(POLICY)
}

/** What Debian asks before it starts the service of a package that it has just installed. */
const POLICY = '/usr/sbin/policy-rc.d'
const FORBIDDEN = 101

function keepServicesDown() {
  if (existsSync(POLICY)) return false
  writeFileSync(POLICY, `#!/bin/sh\nexit ${FORBIDDEN}\n`, { mode: 0o755 })
  return true
}
