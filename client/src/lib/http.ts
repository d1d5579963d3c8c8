import type { WireError } from '#shared/protocol/common'
import { inBase } from './base-url.js'
import { failed, type Outcome } from './outcome.js'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** One HTTP request of the API, its path relative to the installation: `http('GET', 'api/models')`. */
export async function http<T>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Outcome<T>> {
  const response = await send(method, path, body, headers)
  if (!response) return failed('offline')
  const text = await response.text().catch(() => '')
  const json = parse(text)
  if (response.ok) {
    if (json === undefined && text !== '') return failed('unreadable_answer')
    return { ok: true, data: json as T }
  }
  const error = (json as { error?: WireError } | undefined)?.error
  return error ? { ok: false, error } : failed('internal', `HTTP ${response.status}`)
}

function send(
  method: Method,
  path: string,
  body: unknown,
  headers: Record<string, string>,
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
