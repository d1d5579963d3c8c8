import { nextTick, ref } from 'vue'
import type { PersonalCounts } from '#shared/protocol/personal'
import { ROWS_HEADER } from '#shared/vocabulary'
import { inBase } from '../lib/base-url.js'
import { browserKeeps, forgetInBrowser } from '../lib/browser-keeps.js'
import { fetchApi, http, refusalOf } from '../lib/http.js'
import { failed, type Failure } from '../lib/outcome.js'
import { receiveRows } from '../lib/receive-rows.js'
import { saveFile } from '../lib/save-file.js'
import { usePresets } from '../stores/presets.js'
import { useFailureText } from './useFailureText.js'

/** Tells the page that is loaded anew what has just been done. */
const ERASED = 'ringside.erased'

/** Everything that the arena has of this browser: how much, as a file, and its end. */
export function usePersonal() {
  const sayFailure = useFailureText()
  const counts = ref<PersonalCounts>()
  const failure = ref('')
  const progress = ref<{ done: number; total: number } | null>(null)
  const saved = ref(false)
  const saveFailure = ref('')
  const erasing = ref(false)
  const eraseFailure = ref('')
  const erased = ref(sessionStorage.getItem(ERASED) !== null)
  sessionStorage.removeItem(ERASED)

  async function load(): Promise<void> {
    const outcome = await http<PersonalCounts>('GET', 'api/me')
    failure.value = outcome.ok ? '' : sayFailure(outcome.error)
    if (outcome.ok) counts.value = outcome.data
  }

  async function save(): Promise<void> {
    saved.value = false
    progress.value = { done: 0, total: 0 }
    const error = await receive()
    progress.value = null
    saveFailure.value = error ? sayFailure(error) : ''
    saved.value = !error
  }

  async function receive(): Promise<Failure | null> {
    const response = await fetchApi('GET', 'api/me/export')
    if (!response) return failed('offline').error
    if (!response.ok) return refusalOf(response, await response.text().catch(() => '')).error
    const total = Number(response.headers.get(ROWS_HEADER))
    try {
      // The first line is the beginning of the list.
      const file = await receiveRows(response, (lines) => {
        progress.value = { done: Math.min(total, Math.max(0, lines - 1)), total }
      })
      // What this browser alone has goes in front of what the server has said.
      const own = JSON.stringify({ presets: [], ...browserKeeps() })
      const whole = new Blob([`${own.slice(0, -1)},`, file.slice(1)], { type: file.type })
      saveFile(whole, 'ringside-my-data.json')
      return null
    } catch {
      return failed('offline').error
    }
  }

  /** The page begins anew afterwards, as somebody who has never been here. */
  async function erase(): Promise<void> {
    erasing.value = true
    const outcome = await http('DELETE', 'api/me')
    if (outcome.ok) {
      usePresets().clear()
      // The browser's storage follows what is known a tick later; nothing writes to it after that.
      await nextTick()
      forgetInBrowser()
      sessionStorage.setItem(ERASED, '1')
      window.location.replace(inBase('me'))
      return
    }
    erasing.value = false
    eraseFailure.value = sayFailure(outcome.error)
    await load()
  }

  return {
    ...{ counts, failure, progress, saved, saveFailure, erasing, eraseFailure, erased },
    ...{ load, save, erase },
  }
}
