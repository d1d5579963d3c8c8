import { describe, expect, it } from 'vitest'
import { ProcessLogger } from '#server/app/logger'

function logger(logLevel: 'info' | 'debug' = 'info') {
  const lines: Record<string, unknown>[] = []
  const output = { write: (line: string) => void lines.push(JSON.parse(line) as never) }
  return { lines, log: new ProcessLogger({ logLevel, logFormat: 'json' }, output) }
}

describe('the log', () => {
  it('tells of which request and conversation a line speaks', () => {
    const { lines, log } = logger()
    log.warn('slow', { conversationId: 'conversation-1', turn: 2 }, 'Turns')
    log.error(new Error('broken'), { requestId: 'request-1' }, 'Http')
    log.log('alone', 'Turns')
    expect(lines[0]).toMatchObject({
      level: 'warn',
      context: 'Turns',
      msg: 'slow',
      conversationId: 'conversation-1',
      turn: 2,
    })
    expect(lines[1]).toMatchObject({ context: 'Http', msg: 'broken', requestId: 'request-1' })
    expect(lines[2]).not.toHaveProperty('conversationId')
  })

  it('writes down of an error what it is, and no field in which a library keeps values', () => {
    const { lines, log } = logger()
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { address: '10.1.2.3' })
    const error = Object.assign(new Error('duplicate key', { cause }), {
      code: '23505',
      detail: 'Key (text)=(a prompt) exists',
    })
    log.error(error)
    expect(lines[0]!.err).toMatchObject({
      type: 'Error',
      message: 'duplicate key',
      code: '23505',
      cause: { message: 'connect ECONNREFUSED' },
    })
    expect(JSON.stringify(lines)).not.toMatch(/a prompt|10\.1\.2\.3/)
  })

  it('leaves out what its level is below, and what the framework says of itself', () => {
    const { lines, log } = logger()
    log.debug('detail')
    log.log('mapped', 'RouterExplorer')
    expect(lines).toEqual([])
    const loud = logger('debug')
    loud.log.log('mapped', 'RouterExplorer')
    expect(loud.lines).toHaveLength(1)
  })
})
