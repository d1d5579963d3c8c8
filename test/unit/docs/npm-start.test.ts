import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: { start: string }
}

it('npm start has nothing that only one kind of shell understands', () => {
  // `exec` lets signals to npm reach the server; where the shell has none, it is a file beside package.json.
  expect(scripts.start).toMatch(/^exec node [\w./]+$/)
  const [, command] = readFileSync('exec.cmd', 'utf8').split('\r\n')
  expect(command).toBe('@%*')
})
