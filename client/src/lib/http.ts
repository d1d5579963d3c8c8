import type { WireError } from '#shared/protocol/common'
import { inBase } from './base-url.js'
import { failed, type Failure, type Outcome } from './outcome.js'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** One HTTP request of the API, its path relative to the installation: `http('GET', 'api/models')`. */
export async function http<T>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Outcome<T>> {
  const response = await fetchApi(method, path, body, headers)
  if (!response) return failed('offline')
  const text = await response.text().catch(() => '')
  if (!response.ok) return refusalOf(response, text)
  const json = parse(text)
  if (json === undefined && text !== '') return failed('unreadable_answer')
  return { ok: true, data: json as T }
}

/** What an answer says that is no success. */
export function refusalOf({ status }: Response, text: string): { ok: false; error: Failure } {
  const error = (parse(text) as { error?: WireError } | undefined)?.error
  return error ? { ok: false, error } : failed('internal', `HTTP ${status}`)
}

/** The bare answer, or null where there was none. */
export function fetchApi(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response | null> {
  return fetch(inBase(path), {
    method,
    credentials: 'same-origin',
    headers: {
      ...headers,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => null)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
