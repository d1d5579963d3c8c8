import { describe, expect, it } from 'vitest'
import { explainFailure } from '#server/cli/explain-failure'
import { parseSettings } from '#server/config/parse-settings'
import { StartupError } from '#server/config/startup-error'

const files = parseSettings({ HOST: '10.9.8.7', PORT: '80' }, {}, '/')
const postgres = { ...files, databaseUrl: 'postgres://user:canary@db/arena' }

const failure = (code: string, syscall: string, hostname?: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall, hostname })

describe('why the arena cannot open', () => {
  it.each([
    [failure('EADDRINUSE', 'listen'), files, ['Port 80 is taken', '--port']],
    [failure('EACCES', 'listen'), files, ['may not listen on port 80', '--port']],
    [failure('EADDRNOTAVAIL', 'listen'), files, ['10.9.8.7 is not an address', '--host']],
    [failure('ENOTFOUND', 'getaddrinfo', '10.9.8.7'), postgres, ['not an address', '--host']],
    [failure('ECONNREFUSED', 'connect'), postgres, ['database', 'ECONNREFUSED', 'DATABASE_URL']],
    [failure('ENOTFOUND', 'getaddrinfo', 'db'), postgres, ['database', 'DATABASE_URL']],
  ])('is said in words after %s', (error, settings, words) => {
    const explained = explainFailure(error, settings) as StartupError
    expect(explained).toBeInstanceOf(StartupError)
    expect(explained.exitCode).toBe(1)
    for (const word of words) expect(explained.message).toContain(word)
    expect(explained.message).not.toContain('canary')
  })

  it.each([
    failure('EACCES', 'open'),
    failure('EMFILE', 'listen'),
    failure('ECONNREFUSED', 'connect'),
    new Error('something else'),
  ])('is not guessed from %s', (error) => {
    expect(explainFailure(error, files)).toBe(error)
  })
})
