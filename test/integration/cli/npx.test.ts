import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

it(
  'npx ringside is the command of this folder, without a network',
  { timeout: 90_000 },
  async () => {
    const env = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' }
    const { stdout } = await promisify(execFile)('npx', ['ringside', '--version'], { env })
    expect(stdout).toBe(`${version}\n`)
  },
)
