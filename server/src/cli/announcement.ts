import type { ModelCatalog } from '../config/model-catalog.js'
import type { Settings } from '../config/settings.js'
import { describeFinding } from '../config/startup-error.js'
import type { Model } from '../domain/model/model.js'

const EVERYWHERE = ['0.0.0.0', '::']
const THIS_MACHINE = [...EVERYWHERE, '127.0.0.1', '::1']

/** What a person reads when the server is open. */
export function announcement(settings: Settings, port: number, catalog: ModelCatalog): string {
  return [
    `Ringside is open at ${address(settings, port)}`,
    ...(EVERYWHERE.includes(settings.host) ? ['Other machines can reach it too.'] : []),
    ...accessLines(settings),
    ...modelLines(settings, catalog),
    ...catalog.warnings.map((warning) => `Warning:${describeFinding(warning).slice(1)}`),
  ].join('\n')
}

function address({ host, publicUrl }: Settings, port: number): string {
  if (publicUrl) return publicUrl
  const name = THIS_MACHINE.includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

const accessLines = ({ access }: Settings): string[] =>
  access === 'code'
    ? [
        'Only people with a code come in (ACCESS=code).',
        'Another terminal here makes one: ringside access create (or npx ringside access create).',
      ]
    : []

function modelLines({ endpointFile }: Settings, catalog: ModelCatalog): string[] {
  const real = catalog.all().filter((model) => !model.demo)
  const available = real.filter((model) => model.available)
  const count = `${available.length} of ${real.length} models of ${endpointFile} are available.`
  if (available.length === 0) {
    const noModel = `no model of ${endpointFile} can be used.`
    return [
      catalog.demo ? `Demo models are on: ${noModel}` : `Nobody can ask anything: ${noModel}`,
      ...missing(real),
      remedy(real),
    ]
  }
  if (catalog.demo) return [`${count} Demo models are on (DEMO=on).`]
  if (available.length > 1) return [count]
  return [count, 'A battle needs a second one: set its key, or add it to that file.']
}

/** Each reason once, however many models have it. */
const missing = (real: readonly Model[]): string[] => [
  ...new Set(real.flatMap(({ reason }) => (reason ? `  ${reason}` : []))),
]

const remedy = (real: readonly Model[]): string =>
  real.length === 0
    ? 'That file names none. Add one, such as {"gpt-4o-mini": {}}, with its key in OPENAI_API_KEY.'
    : 'Set what is missing, in the environment or in a file .env here, and start again.'
