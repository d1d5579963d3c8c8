import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importBattles } from '#server/app/import-battles'
import { readImported } from '#server/cli/import/read-imported'
import { parseSettings } from '#server/config/parse-settings'

/** Battles of two models and how each ended, in the words of `ringside import battles`. */
export type Row = [modelA: string, modelB: string, winner: string, times?: number]

/** A new data folder whose boards are made of these battles. */
export async function folderWith(
  models: Record<string, unknown>,
  rows: readonly Row[],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-votes-'))
  const file = join(folder, 'api_endpoint.json')
  writeFileSync(file, JSON.stringify(models))
  const settings = parseSettings({ DATA_DIR: folder, API_ENDPOINT_FILE: file }, {}, process.cwd())
  await importBattles(settings, async (take, settle) => {
    for (const [a, b, winner, times = 1] of rows) {
      const json = JSON.stringify({ model_a: a, model_b: b, winner })
      for (let i = 0; i < times; i += 1) take(readImported(json), json)
    }
    await settle()
  })
  return folder
}
