/** Every path of keys in a value, as `turns[].answers.a.text`: what it says without what it says it with. */
export function keyPaths(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keyPaths(each, `${prefix}[]`))
  if (value === null || typeof value !== 'object') return [prefix]
  return Object.entries(value).flatMap(([key, each]) =>
    keyPaths(each, prefix ? `${prefix}.${key}` : key),
  )
}
