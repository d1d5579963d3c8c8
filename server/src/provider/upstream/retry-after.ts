const positive = (ms: number): number | undefined =>
  Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : undefined

/**
 * How long an upstream asks to be left alone, in milliseconds, or undefined when it does not say.
 * `retry-after` is in seconds or a date (RFC 9110, 10.2.3); a date is read against the upstream's own
 * clock, and says nothing where it does not tell the time.
 */
export function retryAfterMs(headers: Headers | undefined): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const ms = positive(Number(headers?.get(name) || NaN))
    if (ms !== undefined) return ms
  }
  const after = headers?.get('retry-after')
  if (!after) return undefined
  const seconds = Number(after)
  if (!Number.isNaN(seconds)) return positive(seconds * 1000)
  return positive(Date.parse(after) - Date.parse(headers?.get('date') ?? ''))
}

/** A duration as Google writes it, `"17s"` or `"0.5s"`, in milliseconds. */
export function googleDurationMs(duration: unknown): number | undefined {
  const seconds =
    typeof duration === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(duration)?.[1] : undefined
  return seconds === undefined ? undefined : positive(Number(seconds) * 1000)
}
