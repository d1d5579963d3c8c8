import { Command } from 'commander'
import { ModelCatalog } from '../config/model-catalog.js'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import { SiteContent } from '../config/site-content.js'
import { describeFinding, StartupError } from '../config/startup-error.js'
import type { Output } from './output.js'

export function checkConfigCommand({ out }: Output): Command {
  return new Command('check-config')
    .description('say what is wrong with the settings and the model file, without starting')
    .argument('[file]', 'the model file; without it the one that the arena would take')
    .option('--json', 'print the result as JSON')
    .action(async (file: string | undefined, { json }: { json?: boolean }) => {
      try {
        const loaded = await load(file)
        out(json ? `${JSON.stringify(asJson(loaded))}\n` : asText(loaded))
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
  const catalog = await ModelCatalog.open(settings, env)
  const site = await SiteContent.open(settings)
  return { path: settings.endpointFile, catalog, warnings: [...catalog.warnings, ...site.warnings] }
}

type Loaded = Awaited<ReturnType<typeof load>>

function asJson({ path: file, catalog, warnings }: Loaded) {
  const models = catalog
    .all()
    .filter((model) => !model.demo)
    .map(({ name, provider, available, reason }) => ({ name, provider, available, reason }))
  return { ok: true, file, models, demo: catalog.demo, warnings }
}

function asText(loaded: Loaded): string {
  const { file, models, demo, warnings } = asJson(loaded)
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
