import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { ShareService } from '#server/share/share.service'
import { newKeyPair } from './ssh-keys.js'

const SSHD = '/usr/sbin/sshd'
/** Where OpenSSH's server is not installed, the tests that need it are skipped. */
export const hasSshd = existsSync(SSHD)

/** OpenSSH's own server on a free port of loopback, with a key and a configuration of its own. */
export interface Sshd {
  port: number
  user: string
  keyFile: string
  stop(): Promise<void>
  /** On the same port, with the same host key. */
  start(): Promise<void>
  close(): Promise<void>
}

export async function startSshd(): Promise<Sshd> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-sshd-'))
  const file = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content, { mode: 0o600 })
    return path
  }
  const [host, visitor] = [newKeyPair(), newKeyPair()]
  const port = await freePort()
  const config = file(
    'sshd_config',
    [
      'ListenAddress 127.0.0.1',
      `Port ${port}`,
      `HostKey ${file('host_key', host.private)}`,
      `AuthorizedKeysFile ${file('authorized_keys', `${visitor.public}\n`)}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'AllowTcpForwarding remote',
      '',
    ].join('\n'),
  )
  // What Debian's service makes when it starts; root's sshd does not run without it.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })

  let running: ChildProcess | undefined
  const start = async (): Promise<void> => {
    running = spawn(SSHD, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] })
    await listening(running)
  }
  const stop = async (): Promise<void> => {
    if (!running || running.exitCode !== null) return
    const ended = once(running, 'exit')
    for (const pid of [running.pid!, ...childrenOf(running.pid!)]) process.kill(pid, 'SIGTERM')
    await ended
  }
  await start()
  return {
    port,
    user: userInfo().username,
    keyFile: file('key', visitor.private),
    start,
    stop,
    async close() {
      await stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Each connection has a process of its own, which outlives the one that listens. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** @throws Error with what sshd said when it ended instead */
function listening(sshd: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    sshd.stderr!.on('data', (data: Buffer) => {
      said += data.toString()
      if (/Server listening/.test(said)) resolve()
    })
    sshd.once('exit', () => reject(new Error(`sshd did not start: ${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The settings of an arena that is shared over this server. */
export const through = ({ port, user, keyFile }: Sshd): Record<string, string> => ({
  SHARE: 'on',
  SHARE_HOST: '127.0.0.1',
  SHARE_PORT: String(port),
  SHARE_USER: user,
  SHARE_KEY_FILE: keyFile,
  SHARE_BIND: '0',
  SHARE_URL: 'http://127.0.0.1:{port}',
})

/** Resolves once an arena has its public link. */
export const linkOf = ({ share }: { share: ShareService }): Promise<string> =>
  new Promise((resolve) => {
    const look = (state = share.state): void => {
      if (state.state === 'up') resolve(state.url)
    }
    look()
    share.watch(look)
  })
