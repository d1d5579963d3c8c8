import { describe, expect, it } from 'vitest'
import { explainFailure } from '#server/cli/explain-failure'
import { parseSettings } from '#server/config/parse-settings'
import { StartupError } from '#server/config/startup-error'

const settings = parseSettings({ HOST: '10.9.8.7', PORT: '80' }, {}, '/')

const failure = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall })

describe('why the arena cannot listen', () => {
  it.each([
    ['EADDRINUSE', 'listen', ['Port 80 is taken', '--port']],
    ['EACCES', 'listen', ['port 80', '--port 7860']],
    ['EADDRNOTAVAIL', 'listen', ['10.9.8.7 is not an address', '--host']],
    ['ENOTFOUND', 'getaddrinfo', ['10.9.8.7 is not an address', '--host']],
  ])('%s is said in words, with the flag', (code, syscall, words) => {
    const explained = explainFailure(failure(code, syscall), settings) as StartupError
    expect(explained).toBeInstanceOf(StartupError)
    expect(explained.exitCode).toBe(1)
    for (const word of words) expect(explained.message).toContain(word)
  })

  it('is not guessed from other failures', () => {
    for (const error of [failure('EACCES', 'open'), failure('EMFILE', 'listen'), new Error('x')]) {
      expect(explainFailure(error, settings)).toBe(error)
    }
  })
})
