import { execFileSync } from 'node:child_process'

/** Tests that start the command as a process need it built; what is fresh is left alone. */
export default function setup(): void {
  execFileSync(process.execPath, ['bin/ringside.mjs', '--version'], {
    stdio: ['ignore', 'ignore', 2],
  })
}
