const UNITS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** "3 seconds ago", in the words of the locale. Both times in milliseconds; a clock that is behind sees "now". */
export function ago(then: number, now: number, locale: string): string {
  const seconds = Math.max(0, Math.floor((now - then) / 1000))
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    -Math.floor(seconds / size),
    unit,
  )
}
