import { Command } from 'commander'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import { rateCommand } from '#server/cli/rate.command'
import { StartupError } from '#server/config/startup-error'
import { ManualClock } from '../../support/manual-clock.js'
import {
  fixture,
  fixtureUrl,
  hasReference,
  mtBenchUrl,
  reference,
  type ExactBoard,
} from '../../support/ratings-reference.js'

const battles = fileURLToPath(fixtureUrl('fastchat-battles.json'))

async function rate(...args: string[]): Promise<{ out: string; err: string }> {
  return rateAt(new ManualClock(), ...args)
}
async function rateAt(clock: ManualClock, ...args: string[]) {
  const written = { out: '', err: '' }
  const output = {
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
  }
  await new Command().addCommand(rateCommand(output, clock)).parseAsync(['rate', ...args], {
    from: 'user',
  })
  return written
}
const rateJson = async (...args: string[]) =>
  JSON.parse((await rate('--json', ...args)).out) as Board & {
    skipped: { named: number; sameModel: number; noStyle: number }
  }

describe('ringside rate', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-rate-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const failure = async (...args: string[]): Promise<StartupError> => {
    const error: unknown = await rate(...args).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(StartupError)
    expect((error as StartupError).exitCode).not.toBe(0)
    return error as StartupError
  }

  it('prints a board as JSON in the form of the live one', async () => {
    const board = await rateJson(battles)
    expect(board).toMatchObject({
      slice: {},
      demo: false,
      votes: 1500,
      updatedAt: 1_000_000,
      skipped: { named: 0, sameModel: 0 },
    })
    expect(board.rows).toHaveLength(8)
    expect(board.rows[0]).toEqual({
      model: 'alpha',
      version: 1,
      current: true,
      retired: false,
      rating: expect.closeTo(1082.8, 0) as number,
      standardError: expect.any(Number) as number,
      lower: expect.any(Number) as number,
      upper: expect.any(Number) as number,
      rank: [1, 2],
      votes: 384,
      wins: 191,
      losses: 94,
      ties: 99,
      averageWinRate: expect.closeTo(0.6777, 4) as number,
      provisional: false,
    })
  })

  it('gives the same board for an array and for lines', async () => {
    const rows = fixture<object[]>('fastchat-battles.json')
    const lines = write('battles.jsonl', rows.map((row) => JSON.stringify(row)).join('\r\n'))
    expect(await rateJson(lines)).toEqual(await rateJson(battles))
  })

  it('prints a table', async () => {
    const { out } = await rate(battles)
    const lines = out.split('\n')
    expect(lines[0]).toMatch(/^rank +model +rating +95 % interval +votes +wins +losses +ties$/)
    expect(lines[1]).toMatch(/^ +1-2 +alpha +\d{4}\.\d +\d{4}\.\d to \d{4}\.\d +384 +191 +94 +99$/)
    expect(out).toMatch(/^1,500 votes in 1,500 battles of 8 models\.\n$/m)
    expect(out).not.toContain('*')
  })

  it('tells votes and battles apart where several people voted on one', async () => {
    const row = { model_a: 'x', model_b: 'y', battle_id: 'one', battle_votes: 3 }
    const winners = ['model_a', 'model_b', 'tie']
    const file = write(
      'shared.jsonl',
      winners.map((winner) => JSON.stringify({ ...row, winner })).join('\n'),
    )
    expect((await rate(file)).out).toMatch(/^3 votes in 1 battle of 2 models\.$/m)
  })

  it('marks provisional models and explains the mark', async () => {
    const file = write('few.jsonl', '{"model_a":"x","model_b":"y","winner":"model_a"}\n')
    const { out } = await rate(file)
    expect(out).toMatch(/^ +- +x \* /m)
    expect(out).toMatch(/^\* provisional/m)
  })

  it('skips battles with known models and says so; --all counts them', async () => {
    const row = { model_a: 'x', model_b: 'y', winner: 'tie', anony: false }
    const file = write('named.json', JSON.stringify([row, { ...row, anony: true }]))
    expect(await rateJson(file)).toMatchObject({ votes: 1, skipped: { named: 1 } })
    expect(await rateJson('--all', file)).toMatchObject({ votes: 2, skipped: { named: 0 } })
    expect((await rate(file)).out).toMatch(/1 skipped: the models were known \(--all/)
  })

  it('says how many voters the errors allow for, and that few are too few', async () => {
    const rows = (judges: number) =>
      Array.from({ length: 60 }, (_, i) =>
        JSON.stringify({
          model_a: 'x',
          model_b: 'y',
          winner: i % 7 < 3 ? 'model_a' : 'model_b',
          judge: `person ${i % judges}`,
        }),
      ).join('\n')
    const few = write('few-voters.jsonl', rows(1))
    expect((await rate('--voter-errors', few)).out).toMatch(
      /^Errors allow for 1 voters?, and only 1 of them on one model: .* too small\.$/m,
    )
    const [ours, plain] = [await rateJson('--voter-errors', few), await rateJson(few)]
    expect(ours.voters).toEqual({ all: 1, fewest: 1, few: true })
    expect(ours.rows).toEqual(plain.rows)
    const enough = write('enough-voters.jsonl', rows(12))
    expect((await rate('--voter-errors', enough)).out).toMatch(/^Errors allow for 12 voters\.$/m)
    expect(plain.voters).toBeUndefined()
  })

  it('says what style was worth, and of which it cannot be told', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => {
      const [a, b] = [i % 3, (i + 1 + (i % 2)) % 3]
      const style = (model: number, seed: number) => ({
        length: 100 + ((seed * 37) % 300),
        headings: 0,
        lists: model === 0 ? 2 : 0,
        bold: 0,
      })
      const winner = ['model_a', 'model_b', 'tie'][(i * 7 + (i >> 2)) % 3]
      const names = { model_a: `m${a}`, model_b: `m${b}`, winner }
      return JSON.stringify({ ...names, style_a: style(a, i), style_b: style(b, i * i + 3) })
    })
    const file = write('styled.jsonl', rows.join('\n'))
    const { out } = await rate('--style-control', file)
    expect(out).toMatch(/^ {2}length {2}[+-]\d+\.\d points \([+-]\d+\.\d to [+-]\d+\.\d\)$/m)
    expect(out).toMatch(/^ {2}lists {3}cannot be told from the models$/m)
    expect(out).not.toMatch(/headings|bold/)
    const { style } = await rateJson('--style-control', file)
    expect(style![1]).toEqual({ feature: 'lists', points: null, lower: null, upper: null })
    expect((await rate(file)).out).not.toContain('style')
  })

  it.each([
    ['nothing', ''],
    ['blank lines', '\n\n'],
    ['an empty array', '[]'],
  ])('makes no board of a file with %s', async (name, text) => {
    const file = write(`${name}.json`, text)
    expect((await failure('--json', file)).message).toMatch(
      /\.json has no battles: expected a JSON/,
    )
  })

  it('is an empty board where no battle of the file counts', async () => {
    const row = { model_a: 'x', model_b: 'y', winner: 'tie', anony: false }
    const file = write('only-named.json', JSON.stringify([row]))
    expect(await rateJson(file)).toMatchObject({ votes: 0, rows: [], skipped: { named: 1 } })
    expect((await rate(file)).out).toMatch(/^0 votes in 0 battles of 0 models\.\n1 skipped/)
  })

  it('lists the faults of a file with their places, and prints no board', async () => {
    const file = write(
      'faulty.jsonl',
      '{"model_a":"x","model_b":"y","winner":"draw"}\n\nnonsense\n',
    )
    const { message } = await failure(file)
    expect(message).toMatch(/faulty\.jsonl has battles that cannot be read/)
    expect(message).toMatch(/line 1: winner is "draw"/)
    expect(message).toMatch(/line 3: this is not valid JSON/)
  })

  it('says that a file is missing, or no file', async () => {
    expect((await failure(join(folder, 'absent.json'))).message).toMatch(/there is no such file/)
    expect((await failure(folder)).message).toMatch(/it is a folder/)
  })

  it('tells the progress of a long reading on the other stream', async () => {
    const row = `${JSON.stringify({ model_a: 'x', model_b: 'y', winner: 'tie', text: 'z'.repeat(1000) })}\n`
    const file = write('long.jsonl', row.repeat(3000))
    const slow = new (class extends ManualClock {
      override elapsed(): number {
        this.advance(1500)
        return super.elapsed()
      }
    })()
    const { out, err } = await rateAt(slow, '--json', file)
    expect(err).toMatch(/^\d+ % read, [\d,]+ battles\n/)
    expect((JSON.parse(out) as Board).votes).toBe(3000)
    expect((await rate(file)).err).toBe('')
  })

  describe.skipIf(!hasReference)('on public votes beside the checkout', () => {
    it('has the exact ratings and errors', async () => {
      const { models, exact } = reference<ExactBoard>('reference_mtbench.json')
      const { rows } = await rateJson(fileURLToPath(mtBenchUrl))
      for (const [i, model] of models.entries()) {
        const row = rows.find((candidate) => candidate.model === model)!
        expect(Math.abs(row.rating! - exact.rating[i]!)).toBeLessThan(1e-6)
        expect(Math.abs(row.standardError! - exact.sandwich_se[i]!)).toBeLessThan(1e-6)
      }
    })
  })
})
