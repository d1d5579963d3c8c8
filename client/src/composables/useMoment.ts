import { useNow } from '@vueuse/core'
import { useI18n } from 'vue-i18n'
import { ago } from '../lib/ago.js'

/** Times as the page's language writes them. */
export function useMoment() {
  const { locale } = useI18n()
  const now = useNow({ interval: 10_000 })
  return {
    /** "27 Nov 2026, 11:05" */
    moment: (at: number) =>
      new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
    /** "3 minutes ago" */
    since: (at: number) => ago(at, Math.max(now.value.getTime(), Date.now()), locale.value),
    /** "0.8 s" */
    seconds: (ms: number) =>
      new Intl.NumberFormat(locale.value, {
        style: 'unit',
        unit: 'second',
        unitDisplay: 'narrow',
        maximumFractionDigits: 1,
      }).format(ms / 1000),
    /** "12.4 MB" */
    megabytes: (bytes: number) =>
      new Intl.NumberFormat(locale.value, {
        style: 'unit',
        unit: 'megabyte',
        maximumFractionDigits: 1,
      }).format(bytes / 1e6),
  }
}
