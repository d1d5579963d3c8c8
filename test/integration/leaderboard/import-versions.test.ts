import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import { createProgram } from '#server/cli/program'
import { startArena } from '../../support/test-arena.js'

const MODELS = {
  'm-one': { api_type: 'openai', api_base: 'http://127.0.0.1:9/v1', api_key: 'k' },
  other: { api_type: 'openai', api_base: 'http://127.0.0.1:9/v1', api_key: 'k' },
}

describe('the history of an arena with several versions of a model', () => {
  let folder: string
  const before = { ...process.env }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-versions-'))
    process.env.DATA_DIR = folder
    process.env.API_ENDPOINT_FILE = join(folder, 'api_endpoint.json')
    writeFileSync(process.env.API_ENDPOINT_FILE, JSON.stringify(MODELS))
  })
  afterEach(() => {
    process.env = { ...before }
    rmSync(folder, { recursive: true, force: true })
  })

  async function ringside(...args: string[]): Promise<string> {
    let written = ''
    const out = (text: string) => void (written += text)
    await createProgram({ out, err: () => undefined }).parseAsync(args, { from: 'user' })
    return written
  }
  const imported = async (file: string) =>
    JSON.parse(await ringside('import', 'battles', file, '--json')) as Record<string, unknown>
  const write = (name: string, ...rows: unknown[]): string => {
    writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    return join(folder, name)
  }
  async function boardOf(): Promise<Board> {
    const arena = await startArena({ dataDir: folder, models: MODELS })
    const board = (await (await fetch(`${arena.url}/api/leaderboard`)).json()) as Board
    await arena.close()
    return board
  }
  const rowsOf = ({ rows }: Board) =>
    rows.map(({ model, version, rank, votes, wins, losses, ties, rating, standardError }) => ({
      ...{ model, version, rank, votes, wins, losses, ties },
      figures: [rating, standardError].map((figure) => figure?.toFixed(9)),
    }))

  it('two versions of one name stay apart, there and back', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      battle_id: `b${i}`,
      model_a: 'm-one',
      // The second version comes up first.
      model_a_version: i % 2 ? 1 : 2,
      model_b: ['gone', 'other'][(i >> 1) % 2],
      model_b_version: i % 4 < 2 ? 3 : 1,
      // The first version wins mostly, the second one loses mostly.
      winner: i % 5 === 0 ? 'tie' : (i % 7 === 0) === (i % 2 === 1) ? 'model_b' : 'model_a',
      day: '2026-01-02',
    }))
    const versions = (board: Board) =>
      board.rows
        .filter(({ votes }) => votes > 0)
        .map(({ model, version, votes }) => `${model} ${version}: ${votes}`)
        .sort()
    const file = write('versions.jsonl', ...rows)
    expect(await imported(file)).toMatchObject({ votes: 60, models: 2 })
    const first = await boardOf()
    expect(versions(first)).toEqual(['gone 3: 30', 'm-one 1: 30', 'm-one 2: 30', 'other 1: 30'])
    // The file points at the first version; what is said of the second one is not about it.
    expect(first.rows.find(({ model, current }) => model === 'm-one' && current)!.version).toBe(1)
    const exported = join(folder, 'exported.jsonl')
    await ringside('export', 'votes', '--out', exported)

    process.env.DATA_DIR = join(folder, 'fresh')
    mkdirSync(process.env.DATA_DIR)
    expect(await imported(exported)).toMatchObject({ votes: 60 })
    const again = join(folder, 'again.jsonl')
    await ringside('export', 'votes', '--out', again)
    const rated = async (path: string) =>
      rowsOf(JSON.parse(await ringside('rate', path, '--json')) as Board)
    expect(await rated(again)).toEqual(await rated(file))
    expect(await rated(exported)).toEqual(await rated(file))

    // Without a number a name is what the model file points at, or the newest that was ever known by it.
    const open = { ...rows[0]!, model_a_version: undefined, model_b_version: undefined }
    const more = write('open.jsonl', { ...open, battle_id: 'b60' })
    expect(await imported(more)).toMatchObject({ votes: 1, models: 0 })
    process.env.DATA_DIR = folder
    await imported(more)
    expect(versions(await boardOf())).toEqual([
      'gone 3: 31',
      'm-one 1: 31',
      'm-one 2: 30',
      'other 1: 30',
    ])
    const odd = write('odd.jsonl', { ...rows[0]!, model_a_version: 1.5 })
    await expect(imported(odd)).rejects.toThrow(/model_a_version is 1.5, which is no version/)
  })
})
