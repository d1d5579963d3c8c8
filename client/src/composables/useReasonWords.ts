import { useI18n } from 'vue-i18n'
import { VOTE_FAULTS, VOTE_REASONS } from '#shared/vocabulary'

const OURS = [...VOTE_REASONS, ...VOTE_FAULTS]

/** The reasons of votes in the language of the page; those that are the operator's own as they are. */
export function useReasonWords() {
  const { t } = useI18n()
  return (reason: string): string => {
    const known = OURS.find((each) => each === reason)
    return known ? t(`why.reasons.${known}`) : reason
  }
}
