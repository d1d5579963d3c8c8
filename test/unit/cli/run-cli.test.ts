import { describe, expect, it } from 'vitest'
import { runCli } from '#server/cli/run-cli'
import { version } from '#server/config/package-info'

async function run(...args: string[]) {
  const written = { out: '', err: '' }
  const exitCode = await runCli(args, {
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
  })
  return { exitCode, ...written }
}

describe('what is asked for', () => {
  it.each([['--help'], ['-h'], ['help']])('by %s is the whole help', async (flag) => {
    const { exitCode, out, err } = await run(flag)
    expect([exitCode, err]).toEqual([0, ''])
    for (const word of ['start', 'check-config', '--port <number>', 'ADMIN_TOKEN', 'NO_PROXY']) {
      expect(out).toContain(word)
    }
  })

  it('is the version', async () => {
    expect(await run('--version')).toEqual({ exitCode: 0, out: `${version}\n`, err: '' })
  })

  it('is the help of a command', async () => {
    const { exitCode, out } = await run('start', '--help')
    expect(exitCode).toBe(0)
    expect(out).toContain('--no-vision-arena')
    expect((await run('check-config', '--help')).out).toContain('--json')
  })
})

describe('a mistake in the command', () => {
  it.each([
    ['an unknown flag', ['--prot', '8000'], "unknown option '--prot'", 'Did you mean --port?'],
    ['an unknown command', ['strat'], "unknown command 'strat'", 'Did you mean start?'],
    ['a flag without its value', ['--port'], 'argument missing', '--help'],
    ['a word too many', ['start', 'now'], 'too many arguments', '--help'],
    ['a wrong value of a flag', ['--port', 'high'], '--port: expected a whole number', '--help'],
    ['an unknown flag of a command', ['check-config', '--jsno'], '--jsno', 'Did you mean --json?'],
  ])('is told: %s', async (_, args, message, hint) => {
    const { exitCode, out, err } = await run(...args)
    expect([exitCode, out]).toEqual([64, ''])
    expect(err).toContain(message)
    expect(err).toContain(hint)
    expect(err).not.toMatch(/^\s+at /m)
  })
})
