import type { ModelCatalog } from '../config/model-catalog.js'
import type { Settings } from '../config/settings.js'
import { describeFinding } from '../config/startup-error.js'

const EVERYWHERE = ['0.0.0.0', '::']
const THIS_MACHINE = [...EVERYWHERE, '127.0.0.1', '::1']

/** What a person reads when the server is open. */
export function announcement(settings: Settings, port: number, catalog: ModelCatalog): string {
  return [
    `Ringside is open at ${address(settings, port)}`,
    ...(EVERYWHERE.includes(settings.host) ? ['Other machines can reach it too.'] : []),
    modelLine(settings, catalog),
    ...catalog.warnings.map((warning) => `Warning:${describeFinding(warning).slice(1)}`),
  ].join('\n')
}

function address({ host, publicUrl }: Settings, port: number): string {
  if (publicUrl) return publicUrl
  const name = THIS_MACHINE.includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function modelLine({ demo, endpointFile }: Settings, catalog: ModelCatalog): string {
  const real = catalog.all().filter((model) => !model.demo)
  const available = real.filter((model) => model.available)
  const count = `${available.length} of ${real.length} models of ${endpointFile} are available.`
  if (!catalog.demo) return demo === 'off' ? `${count} Demo models are off (DEMO=off).` : count
  if (demo === 'on') return `${count} Demo models are on (DEMO=on).`
  const reasons = new Set(real.flatMap(({ reason }) => reason ?? []))
  return [
    `Demo models are on: no model of ${endpointFile} can be used.`,
    ...[...reasons].map((reason) => `  ${reason}`),
  ].join('\n')
}
