import { hostOf, isMetadataHost } from './metadata-hosts.js'
import type { ModelEndpoint } from './model-endpoint.js'
import type { Settings } from './settings.js'
import type { Finding } from './startup-error.js'

/** Read by everybody: without the host, which is only the operator's business. */
export const HOST_REFUSED =
  'its api_base is a link-local or cloud metadata address, which only ALLOWED_API_HOSTS lets be asked'

type Allowed = Pick<Settings, 'allowedApiHosts'>

/** A server of one's own may be anywhere, but not where a cloud tells its machines secrets. */
export function hasRefusedHost({ apiBase }: ModelEndpoint, { allowedApiHosts }: Allowed): boolean {
  if (apiBase === undefined) return false
  const host = hostOf(apiBase)
  return isMetadataHost(host) && !allowedApiHosts.includes(host)
}

export const hostWarnings = (models: readonly ModelEndpoint[], settings: Allowed): Finding[] =>
  models
    .filter((model) => hasRefusedHost(model, settings))
    .map(({ name }) => ({ path: `${name}.api_base`, message: `not asked: ${HOST_REFUSED}` }))
