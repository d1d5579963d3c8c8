// The tests of the public link speak with OpenSSH's own server.
import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'

const SSHD = '/usr/sbin/sshd'

/** Installs Debian's where that is possible; elsewhere the tests that need it are skipped, and that is said. */
export function ensureSshd() {
  if (existsSync(SSHD)) return
  installFromDebian('OpenSSH server', ['openssh-server'])
  if (existsSync(SSHD)) return
  console.error(
    `No ${SSHD}: the tests of the public link with OpenSSH’s own server are skipped.\n` +
      'Install it (Debian, Ubuntu: `sudo apt-get install openssh-server`) to run them too.',
  )
}
