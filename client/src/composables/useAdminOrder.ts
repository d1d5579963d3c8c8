import { computed, ref, shallowRef } from 'vue'
import { useAdmin } from '../stores/admin.js'
import { useFailureText } from './useFailureText.js'

/** Something that is done after a reason was given: what it is about, whether it is asked or done, why it failed. */
export function useAdminOrder<Subject, T>(
  addressOf: (subject: Subject) => string,
  done: (answer: T, subject: Subject) => void,
) {
  const admin = useAdmin()
  const sayFailure = useFailureText()
  const subject = shallowRef<Subject | null>(null)
  const busy = ref(false)
  const failure = ref('')

  const open = computed({
    get: () => subject.value !== null,
    set: (wanted) => {
      if (!wanted) subject.value = null
    },
  })

  function ask(about: Subject): void {
    failure.value = ''
    subject.value = about
  }

  async function confirm(reason: string): Promise<void> {
    const about = subject.value
    if (about === null) return
    busy.value = true
    const outcome = await admin.call<T>('POST', addressOf(about), { reason })
    busy.value = false
    failure.value = outcome.ok ? '' : sayFailure(outcome.error)
    if (!outcome.ok) return
    subject.value = null
    done(outcome.data, about)
  }

  return { subject, open, busy, failure, ask, confirm }
}
