type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lays the operator's `extra_body` over a request body: objects merge key by key, all else replaces. */
export function mergeBody<Body extends object>(body: Body, extra: Json): Body {
  const merged = { ...body } as Json
  for (const [key, value] of Object.entries(extra)) {
    const ours = merged[key]
    merged[key] = isObject(ours) && isObject(value) ? mergeBody(ours, value) : value
  }
  return merged as Body
}
