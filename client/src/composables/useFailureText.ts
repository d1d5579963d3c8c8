import { useI18n } from 'vue-i18n'
import type { Failure, FailureCode } from '../lib/outcome.js'

const LOCAL = ['offline', 'no_answer', 'unreadable_answer'] as const
const isLocal = (code: FailureCode): code is (typeof LOCAL)[number] =>
  (LOCAL as readonly string[]).includes(code)

/** From so many seconds on, people think in minutes; from so many minutes on, in hours. */
const MANY = 100

/** A failure as a sentence: what happened, whether anything is lost, and the one next thing to do. */
export function useFailureText(): (
  failure: Pick<Failure, 'code' | 'retryAfterMs' | 'limit'>,
) => string {
  const { t } = useI18n()

  function retryIn(ms: number): string {
    const seconds = Math.ceil(ms / 1000)
    if (seconds < MANY) return t('shell.failure.retryIn', { seconds })
    const minutes = Math.ceil(seconds / 60)
    if (minutes < MANY) return t('limits.retryInMinutes', { minutes })
    return t('limits.retryInHours', { hours: Math.ceil(minutes / 60) })
  }

  return ({ code, retryAfterMs, limit }) => {
    const sentence = isLocal(code)
      ? t(`shell.failure.${code}`)
      : t(limit ? `limits.${limit.per}.${limit.of}` : `errors.${code}`)
    return retryAfterMs ? `${sentence} ${retryIn(retryAfterMs)}` : sentence
  }
}
