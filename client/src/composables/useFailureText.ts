import { useI18n } from 'vue-i18n'
import type { Failure, FailureCode } from '../lib/outcome.js'

const LOCAL = ['offline', 'no_answer', 'unreadable_answer'] as const
const isLocal = (code: FailureCode): code is (typeof LOCAL)[number] =>
  (LOCAL as readonly string[]).includes(code)

/** A failure as a sentence: what happened, whether anything is lost, and the one next thing to do. */
export function useFailureText(): (failure: Pick<Failure, 'code' | 'retryAfterMs'>) => string {
  const { t } = useI18n()
  return ({ code, retryAfterMs }) => {
    const sentence = isLocal(code) ? t(`shell.failure.${code}`) : t(`errors.${code}`)
    if (!retryAfterMs) return sentence
    const seconds = Math.ceil(retryAfterMs / 1000)
    return `${sentence} ${t('shell.failure.retryIn', { seconds })}`
  }
}
