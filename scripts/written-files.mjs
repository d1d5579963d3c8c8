// Starts the built server as a normal user under strace and tells what it opened for writing, outside of its data folder.
// `node scripts/written-files.mjs`, as root on Linux: 0 when there is nothing.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installFromDebian } from './debian.mjs'

/** `nobody`, who owns nothing. */
const USER = 65_534
const WRITES =
  /^(?:\d+ +)?(?:open(?:at)?|creat|mkdir(?:at)?|rename(?:at2?)?|unlink(?:at)?|truncate|link(?:at)?|symlink(?:at)?)\(/
const FOR_WRITING =
  /O_WRONLY|O_RDWR|O_CREAT|^(?:\d+ +)?(?:creat|mkdir|rename|unlink|truncate|link|symlink)/

if (spawnSync('strace', ['-V']).error) installFromDebian('strace', ['strace'])

const folder = mkdtempSync(join(tmpdir(), 'ringside-written-'))
const data = mkdtempSync(join(folder, 'data-'))
const trace = join(folder, 'trace')
chmodSync(folder, 0o755)
chownSync(data, USER, USER)

const port = 20_000 + (process.pid % 10_000)
const server = spawn(
  'strace',
  [
    ...['-f', '-qq', '-s', '4096', '-e', 'trace=file', '-o', trace],
    ...['-u', 'nobody', process.execPath, resolve('dist/server/src/main.js')],
  ],
  {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: data,
      PORT: String(port),
      DEMO: 'on',
      HOME: '/nonexistent',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  },
)
const over = new Promise((done) => server.once('exit', done))

await use(`http://127.0.0.1:${port}`)
// To the group: strace itself, writing to a file, takes no notice of it.
process.kill(-server.pid, 'SIGTERM')
await over

const written = new Set()
for (const line of readFileSync(trace, 'utf8').split('\n')) {
  if (!WRITES.test(line) || !FOR_WRITING.test(line) || / = -1 /.test(line)) continue
  for (const [, path] of line.matchAll(/"((?:[^"\\]|\\.)*)"/g)) written.add(resolve(path))
}
const inside = [...written].filter((path) => path.startsWith(`${data}/`) || path === data)
const outside = [...written].filter((path) => !inside.includes(path) && !isDevice(path))
console.log(`${inside.length} files of the data folder were written.`)
for (const path of outside) console.log(`outside: ${path}`)
rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
process.exitCode = inside.length > 0 && outside.length === 0 ? 0 : 1

function isDevice(path) {
  return path === '/dev/null' || path === '/dev/tty'
}

/** Waits until it is open, and makes it keep something: a picture. */
async function use(url) {
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (ready?.ok) break
    if (tries > 600) throw new Error('the server did not open')
    await new Promise((done) => setTimeout(done, 100))
  }
  const picture = readFileSync(resolve('client/public/examples/circles.png'))
  const body = new FormData()
  body.append('file', new Blob([picture], { type: 'image/png' }), 'circles.png')
  const uploaded = await fetch(`${url}/api/images`, { method: 'POST', body })
  if (!uploaded.ok) throw new Error(`the picture was not taken: ${uploaded.status}`)
}
