import { Command } from 'commander'
import { ModelCatalog } from '../config/model-catalog.js'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import { describeFinding, StartupError } from '../config/startup-error.js'
import type { Output } from './output.js'

export function checkConfigCommand({ out }: Output): Command {
  return new Command('check-config')
    .description('say what is wrong with the settings and the model file, without starting')
    .argument('[file]', 'the model file; without it the one that the arena would take')
    .option('--json', 'print the result as JSON')
    .action(async (file: string | undefined, { json }: { json?: boolean }) => {
      try {
        const { path, catalog } = await load(file)
        out(json ? `${JSON.stringify(asJson(path, catalog))}\n` : asText(path, catalog))
      } catch (error) {
        if (json && error instanceof StartupError) {
          out(`${JSON.stringify({ ok: false, faults: error.faults })}\n`)
        }
        throw error
      }
    })
}

async function load(file: string | undefined) {
  const env = processEnvironment()
  const flags = file === undefined ? {} : { 'register-api-endpoint-file': file }
  const settings = parseSettings(env, flags, process.cwd())
  return { path: settings.endpointFile, catalog: await ModelCatalog.open(settings, env) }
}

function asJson(file: string, catalog: ModelCatalog) {
  const models = catalog
    .all()
    .filter((model) => !model.demo)
    .map(({ name, provider, available, reason }) => ({ name, provider, available, reason }))
  return { ok: true, file, models, demo: catalog.demo, warnings: catalog.warnings }
}

function asText(file: string, catalog: ModelCatalog): string {
  const { models, demo, warnings } = asJson(file, catalog)
  const width = Math.max(0, ...models.map(({ name }) => name.length))
  const available = models.filter((model) => model.available).length
  return [
    `${file}: ${available} of ${models.length} models are available.`,
    ...models.map(({ name, reason }) => `  ${name.padEnd(width)}  ${reason ?? 'available'}`),
    `Demo models are ${demo ? 'on' : 'off'}.`,
    ...(warnings.length > 0 ? ['Warnings:', ...warnings.map(describeFinding)] : []),
    '',
  ].join('\n')
}
