import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import type { BoardSnapshot } from '#shared/protocol/board-snapshot'
import type { Bootstrap } from '#shared/protocol/leaderboard-views'
import type { VoteLine } from '#server/domain/voting/vote-line'
import { createProgram } from '#server/cli/program'
import { StartupError } from '#server/config/startup-error'
import { rateCommand } from '../../../client/src/lib/rate-command.js'
import { startArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const log = fileURLToPath(new URL('../../fixtures/fastchat/2024-05-29-conv.json', import.meta.url))
const SHARED = new URL('../../../../shared/data/fastchat/', import.meta.url)
const sharedFile = (name: string): string => fileURLToPath(new URL(name, SHARED))

const MODELS = {
  'm-one': { api_type: 'openai', api_base: 'http://127.0.0.1:9/v1', api_key: 'k' },
  other: { api_type: 'openai', api_base: 'http://127.0.0.1:9/v1', api_key: 'k' },
}

describe('the history of an arena on the command line', () => {
  let folder: string
  const before = { ...process.env }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-history-'))
    process.env.DATA_DIR = folder
    process.env.API_ENDPOINT_FILE = join(folder, 'api_endpoint.json')
    writeFileSync(process.env.API_ENDPOINT_FILE, JSON.stringify(MODELS))
  })
  afterEach(() => {
    process.env = { ...before }
    rmSync(folder, { recursive: true, force: true })
  })

  async function ringside(...args: string[]): Promise<{ out: string; err: string }> {
    const written = { out: '', err: '' }
    await createProgram({
      out: (text) => void (written.out += text),
      err: (text) => void (written.err += text),
    }).parseAsync(args, { from: 'user' })
    return written
  }
  const imported = async (...args: string[]) =>
    JSON.parse((await ringside('import', 'battles', ...args, '--json')).out) as Record<
      string,
      unknown
    >
  const write = (name: string, ...rows: unknown[]): string => {
    writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    return join(folder, name)
  }
  async function boardOf<T = Board>(query = ''): Promise<T> {
    const arena = await startArena({ dataDir: folder, models: MODELS })
    const person = await TestPerson.arrive(arena.url)
    const response = await person.fetch(`/api/leaderboard${query}`)
    const board = (await response.json()) as T
    person.leave()
    await arena.close()
    return board
  }
  const figures = ({ rows }: Board) =>
    rows
      .filter(({ votes }) => votes > 0)
      .map(({ model, version, votes, rating, standardError, lower, upper }) => ({
        ...{ model, version, votes },
        // The order in which models are numbered leaves a trace in the last digit of a double.
        figures: [rating, standardError, lower, upper].map((figure) => figure?.toFixed(9)),
      }))

  const points = ({ style }: Board) => style?.map((found) => found.points?.toFixed(9))
  const rowsOf = (board: Board) => {
    const rows = board.rows.filter(({ votes }) => votes > 0)
    return figures(board).map((row, i) => {
      const { rank, provisional, wins, losses, ties } = rows[i]!
      return { ...row, rank, provisional, wins, losses, ties }
    })
  }

  /** A board that is cited, and what its page's command makes of its file of votes. */
  async function citedAndRated(slice: object, models: object = MODELS, env = {}) {
    const arena = await startArena({ dataDir: folder, models: models as typeof MODELS, env })
    const person = await TestPerson.arrive(arena.url)
    const cited = await person.fetch('/api/leaderboard/snapshots', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(slice),
    })
    expect(cited.status).toBe(200)
    const snapshot = (await cited.json()) as BoardSnapshot
    const { id } = snapshot
    const file = await person.fetch(`/api/leaderboard/snapshots/${id}/votes.jsonl`)
    writeFileSync(join(folder, `votes-${id}.jsonl`), await file.text())
    person.leave()
    await arena.close()
    const [, ...args] = rateCommand(snapshot).split(' ')
    args[1] = join(folder, args[1]!)
    const flags = args.map((arg) => arg.replaceAll("'", ''))
    const rated = JSON.parse((await ringside(...flags, '--json')).out) as Board
    return { snapshot, rated }
  }

  it('logs of conversations bring their blind votes, once, and no word that was said', async () => {
    const first = await imported(log)
    expect(first).toEqual({
      votes: 3,
      known: 0,
      models: 1,
      skipped: { no_vote: 2, named: 2, unfinished: 1 },
      bad: 0,
    })
    expect(await imported(log)).toMatchObject({ votes: 0, known: 3, models: 0 })
    const board = await boardOf()
    expect(board.votes).toBe(3)
    const rows = board.rows.map(({ model, retired, current, wins, losses, ties }) => ({
      ...{ model, retired, current, wins, losses, ties },
    }))
    expect(rows).toContainEqual({
      ...{ model: 'm-one', retired: false, current: true, wins: 2, losses: 0, ties: 1 },
    })
    expect(rows).toContainEqual({
      ...{ model: 'm-two', retired: true, current: false, wins: 0, losses: 2, ties: 1 },
    })
    expect((await boardOf('?category=code')).votes).toBe(2)
    expect((await boardOf('?category=vision')).votes).toBe(1)
    expect((await boardOf('?language=en&styleControl=true')).votes).toBeGreaterThan(0)
    const stored = readFileSync(join(folder, 'ringside.sqlite')).toString('latin1')
    expect(stored).toContain('m-two')
    for (const secret of ['203.0.113.7', 'Python', 'A cat.']) expect(stored).not.toContain(secret)
    const history = await boardOf<{ models: { points: { day: string }[] }[] }>('/history?days=3660')
    expect(history.models[0]!.points[0]!.day).toBe('2024-05-29')
  })

  it('rows of clean_battle do too, equal ones without an id as often as they are there', async () => {
    const row = { model_a: 'x', model_b: 'y', winner: 'tie (bothbad)' }
    const file = write('clean.jsonl', row, row, { ...row, anony: false }, { ...row, model_b: 'x' })
    expect(await imported(file)).toMatchObject({
      votes: 2,
      models: 2,
      skipped: { named: 1, same_model: 1 },
    })
    expect(await imported(file)).toMatchObject({ votes: 0, known: 2 })
  })

  it('a file with bad rows brings nothing, and says where they are; or the rest where that is wanted', async () => {
    const good = { model_a: 'x', model_b: 'y', winner: 'a', question_id: 'q1' }
    const file = write('faulty.jsonl', good, { ...good, winner: 'draw' }, { type: 'leftvote' })
    const error = await imported(file).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StartupError)
    expect((error as Error).message).toMatch(/2 rows that cannot be read; nothing was imported/)
    expect((error as Error).message).toMatch(/line 2: winner is "draw"/)
    expect((error as Error).message).toMatch(/line 3: models is missing/)
    expect(existsSync(join(folder, 'ringside.sqlite'))).toBe(false)
    const { err } = await ringside('import', 'battles', file, '--skip-bad')
    expect(err).toMatch(/^line 2: winner is/)
    expect((await boardOf()).votes).toBe(1)
  })

  it('what is exported has no text and no voter, and makes the same board again', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      battle_id: `b${Math.floor(i / 1.5)}`,
      judge: `person ${i % 17}`,
      model_a: ['m-one', 'other', 'gone'][i % 3],
      model_b: ['other', 'gone', 'm-one'][i % 3],
      winner: ['model_a', 'model_b', 'tie', 'tie (bothbad)'][(i * 7 + (i >> 2)) % 4],
      day: '2026-01-02',
      language: 'de',
      labels: ['math'],
      style_a: { length: 100 + (i % 13), headings: i % 2, lists: 0, bold: i % 5 },
      style_b: { length: 90 + (i % 7), headings: 0, lists: (i * i) % 7, bold: 0 },
    }))
    // Rows of one battle are about the same two models.
    for (const row of rows) {
      const first = rows.find(({ battle_id }) => battle_id === row.battle_id)!
      Object.assign(row, { ...first, judge: row.judge, winner: row.winner })
    }
    await imported(write('battles.jsonl', ...rows))
    const file = join(folder, 'votes.jsonl')
    const { out, err } = await ringside('export', 'votes', '--out', file)
    expect([out, err]).toEqual(['', `120 votes were exported into ${file}.\n`])
    const text = readFileSync(file, 'utf8')
    expect(text).not.toMatch(/person|"b\d+"/)
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as VoteLine)
    expect(lines.filter(({ battle_votes }) => battle_votes > 1).length).toBeGreaterThan(20)
    const ways = [
      ['', []],
      ['?styleControl=true', ['--style-control']],
      ['?category=math&language=de', []],
      ['?evenPairs=true', ['--even-pairs']],
      ['?allAtOnce=true', ['--all-at-once']],
      ['?voterErrors=true', ['--voter-errors']],
    ] as const
    const seen = new Set<string>()
    for (const [query, flags] of ways) {
      const rated = JSON.parse((await ringside('rate', file, '--json', ...flags)).out) as Board
      const live = await boardOf(query)
      expect(figures(rated)).toEqual(figures(live))
      expect([rated.votes, rated.battles]).toEqual([live.votes, live.battles])
      seen.add(JSON.stringify(figures(live)))
      expect(points(rated)).toEqual(points(live))
    }
    // German mathematics is all there is, and pairs with fewer than 50 battles weigh alike anyway.
    expect(seen.size).toBe(ways.length - 2)
    expect(await boardOf<object>('?styleControl=true&evenPairs=true')).toHaveProperty('error')
    // In another order too, and again under other pseudonyms.
    writeFileSync(file, text.trimEnd().split('\n').reverse().join('\n'))
    const turned = JSON.parse((await ringside('rate', file, '--json')).out) as Board
    expect(figures(turned)).toEqual(figures(await boardOf()))
    expect((await ringside('export', 'votes')).out).not.toContain(lines[0]!.judge)
    const table = (await ringside('export', 'votes', '--format', 'csv')).out.split('\r\n')
    expect(table[0]).toMatch(/^battle_id,battle_votes,model_a,/)
    expect(table).toHaveLength(122)
  })

  it('a board that is cited stays as it was, with the votes that make it again', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => ({
      question_id: `q${i}`,
      judge: `person ${i % 17}`,
      model_a: ['m-one', 'other', 'gone'][i % 3],
      model_b: ['other', 'gone', 'm-one'][i % 3],
      winner: ['model_a', 'model_b', 'tie'][(i * 7 + (i >> 2)) % 3],
      language: i % 2 ? 'German' : 'English',
    }))
    await imported(write('battles.jsonl', ...rows))
    const arena = await startArena({ dataDir: folder, models: MODELS })
    const person = await TestPerson.arrive(arena.url)
    const cite = async (slice: object) => {
      const response = await person.fetch('/api/leaderboard/snapshots', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(slice),
      })
      return { status: response.status, body: (await response.json()) as BoardSnapshot }
    }
    const sampled = (await (
      await person.fetch('/api/leaderboard/bootstrap?language=de')
    ).json()) as Bootstrap
    expect(sampled.rows).toHaveLength(3)
    for (const { deviation, board: ours } of sampled.rows) {
      expect(Math.abs(deviation! / ours.standardError - 1)).toBeLessThan(0.4)
    }
    const get = (path: string) => person.fetch(`/api/leaderboard/snapshots/${path}`)
    const first = await cite({ language: 'de' })
    expect(first.status).toBe(200)
    const { id, votesHash, votes, board } = first.body
    expect([votes, board.votes]).toEqual([75, 75])
    expect((await cite({ language: 'de' })).body).toEqual(first.body)
    expect((await cite({})).body.id).not.toBe(id)
    expect((await cite({ own: true })).status).toBe(400)
    expect((await get('nothing')).status).toBe(404)

    const file = await (await get(`${id}/votes.jsonl`)).text()
    expect(createHash('sha256').update(file).digest('hex')).toBe(votesHash)
    expect(file).not.toMatch(/person|"q\d+"/)
    writeFileSync(join(folder, 'cited.jsonl'), file)
    const rated = await ringside('rate', join(folder, 'cited.jsonl'), '--json')
    expect(figures(JSON.parse(rated.out) as Board)).toEqual(figures(board))

    person.leave()
    await arena.close()
    const more = rows.map((row) => ({ ...row, question_id: `more ${row.question_id}` }))
    await imported(write('more.jsonl', ...more))
    const later = await startArena({ dataDir: folder, models: MODELS })
    const reader = await TestPerson.arrive(later.url)
    const kept = await reader.fetch(`/api/leaderboard/snapshots/${id}`)
    expect(await kept.json()).toEqual(first.body)
    const table = await reader.fetch(`/api/leaderboard/snapshots/${id}/board.csv`)
    expect(await table.text()).toMatch(/^model,version,/)
    reader.leave()
    await later.close()
  })

  it.each([
    ['though some of its battles have no style', { styleControl: true }, {}, 120],
    ['below its minimum', { styleControl: true }, { BOARD_MIN_VOTES: '121' }, 120],
    ['with models of few votes', {}, { MODEL_MIN_VOTES: '101' }, 150],
    ['set by a model that is another by now', {}, { BOARD_ANCHOR: 'm-one=1100' }, 180],
  ])('a board is cited with what makes it: %s', async (_, slice, env, votes) => {
    const rows = Array.from({ length: 150 }, (__, i) => ({
      question_id: `q${i}`,
      model_a: ['m-one', 'other', 'gone'][i % 3],
      model_b: ['other', 'gone', 'm-one'][i % 3],
      winner: ['model_a', 'model_b', 'tie'][(i * 7 + (i >> 2)) % 3],
      ...(i % 5 !== 0 && {
        style_a: { length: 100 + (i % 13), headings: i % 2, lists: 0, bold: i % 5 },
        style_b: { length: 90 + (i % 7), headings: 0, lists: (i * i) % 7, bold: 0 },
      }),
    }))
    await imported(write('battles.jsonl', ...rows))
    let models: typeof MODELS = MODELS
    if (votes === 180) {
      models = { ...MODELS, 'm-one': { ...MODELS['m-one'], model_name: 'another' } as never }
      writeFileSync(process.env.API_ENDPOINT_FILE!, JSON.stringify(models))
      const more = rows.slice(0, 30).map((row) => ({ ...row, question_id: `n${row.question_id}` }))
      await imported(write('more.jsonl', ...more))
    }
    const { snapshot, rated } = await citedAndRated(slice, models, env)
    const { board } = snapshot
    expect([snapshot.votes, board.votes]).toEqual([votes, votes])
    const { votes: all, battles, minimumVotes, ranked, anchor } = board
    expect(rated).toMatchObject({ votes: all, battles, minimumVotes, ranked })
    expect(rated.anchor).toEqual(anchor)
    expect(points(rated)).toEqual(points(board))
    expect(rowsOf(rated)).toEqual(rowsOf(board))
    expect(rowsOf(board)).not.toEqual([])
  })

  it.each([{}, { styleControl: true }, { evenPairs: true }])(
    'of two groups that are as large names decide, there as here: %o',
    async (slice) => {
      // As `ImportedModels` makes ids; names whose order is not that of their ids.
      const idOf = (name: string) => createHash('sha256').update(`${name}\n1`).digest('base64url')
      const byId = Array.from({ length: 20 }, (_, i) => `model-${i + 10}`).sort((x, y) =>
        idOf(x) < idOf(y) ? -1 : 1,
      )
      const late = byId.slice(10).sort()[0]!
      const early = byId.slice(0, 10).sort().at(-1)!
      const [first, second] = [
        [late, byId.at(-1)!].sort().reverse(),
        [early, byId.find((name) => name > late && name !== early)!].sort().reverse(),
      ]
      expect(new Set([...first, ...second]).size).toBe(4)
      const rows = [first, second].flatMap(([model_a, model_b], group) =>
        Array.from({ length: 60 }, (_, i) => ({
          ...{ question_id: `${group} ${i}`, model_a, model_b },
          winner: ['model_a', 'model_b', 'tie'][i % 3],
          style_a: { length: 100 + (i % 13), headings: 0, lists: 0, bold: 0 },
          style_b: { length: 100 + ((i * 7) % 13), headings: 0, lists: 0, bold: 0 },
        })),
      )
      await imported(write('groups.jsonl', ...rows))
      const { snapshot, rated } = await citedAndRated(slice)
      const ranked = snapshot.board.rows.filter(({ rank }) => rank).map(({ model }) => model)
      expect([...ranked].sort()).toEqual([...first].sort())
      expect(rowsOf(rated)).toEqual(rowsOf(snapshot.board))
    },
  )

  it('a model that is set to a score has it on every board, and the board says where it cannot', async () => {
    const rows: [string, string, string][] = [
      ['m-one', 'other', 'model_a'],
      ['m-one', 'other', 'model_b'],
      ['m-one', 'other', 'model_a'],
    ]
    const file = write(
      'battles.jsonl',
      ...rows.map(([model_a, model_b, winner], i) => ({
        ...{ model_a, model_b, winner, question_id: `q${i}` },
      })),
    )
    await imported(file)
    for (const [anchor, held] of [
      ['m-one=1234', true],
      ['absent=1234', false],
    ] as const) {
      const env = { BOARD_ANCHOR: anchor }
      const arena = await startArena({ dataDir: folder, models: MODELS, env })
      const response = await fetch(`${arena.url}/api/leaderboard`)
      const board = (await response.json()) as Board
      await arena.close()
      const rated = await ringside('rate', file, '--json', '--anchor', anchor)
      expect(figures(JSON.parse(rated.out) as Board)).toEqual(figures(board))
      const version = held ? 1 : undefined
      expect(board.anchor).toEqual({ model: anchor.split('=')[0], version, rating: 1234, held })
      const [first] = board.rows
      expect(first!.rating).toBeCloseTo(held ? 1234 : 1060.2, 0)
    }
  })

  it.skipIf(!existsSync(SHARED))(
    'files that the predecessor itself wrote are understood',
    async () => {
      expect(await imported(sharedFile('battles_1500.json'))).toMatchObject({ bad: 0, models: 8 })
      expect(await imported(sharedFile('battles_1500.json'))).toMatchObject({ votes: 0 })
      expect(await imported(sharedFile('fastchat_conv_log_sample.json'))).toMatchObject({
        votes: 1,
        skipped: { named: 2 },
      })
      expect(await imported(sharedFile('fastchat_vision_conv_log_sample.json'))).toMatchObject({
        votes: 1,
      })
      expect((await boardOf('?category=vision')).votes).toBe(1)
    },
  )
})
