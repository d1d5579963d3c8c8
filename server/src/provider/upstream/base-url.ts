const trimmed = (base: string): string => base.trim().replace(/\/+$/, '')

/**
 * Where the OpenAI SDK sends its requests: a base with a path is taken as it is (gateways have their
 * own), a bare host gets the usual `/v1`.
 */
export function openaiBase(apiBase = 'https://api.openai.com/v1'): string {
  const base = trimmed(apiBase)
  return /^[a-z]+:\/\/[^/]+$/i.test(base) ? `${base}/v1` : base
}

// These two SDKs write `/v1` themselves.
const withoutVersion = (apiBase: string): string => trimmed(apiBase).replace(/\/v1$/, '')

export const anthropicBase = (apiBase = 'https://api.anthropic.com'): string =>
  withoutVersion(apiBase)

export const mistralBase = (apiBase = 'https://api.mistral.ai'): string => withoutVersion(apiBase)

/** The Gemini SDK wants host and version apart; `v1beta` is the version that knows every feature. */
export function geminiBase(apiBase = 'https://generativelanguage.googleapis.com'): {
  baseUrl: string
  apiVersion: string
} {
  const [, baseUrl = '', apiVersion = 'v1beta'] =
    /^(.*?)(?:\/(v\d+(?:(?:alpha|beta)\d*)?))?$/.exec(trimmed(apiBase)) ?? []
  return { baseUrl, apiVersion }
}

/** True for the host itself and for its regional siblings, such as `eu.api.openai.com`. */
export function isHost(base: string, host: string): boolean {
  const hostname = URL.canParse(base) ? new URL(base).hostname : ''
  return hostname === host || hostname.endsWith(`.${host}`)
}
