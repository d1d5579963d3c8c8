import { nextTick, onScopeDispose, type Ref } from 'vue'
import { START_LOCATION, useRouter } from 'vue-router'

/**
 * A new page begins at its top for the keyboard too. A page that takes the focus itself keeps it, and so does
 * one that only changed its address (`keepFocus` in the state of the history).
 */
export function useRouteFocus(main: Ref<HTMLElement | null>): void {
  const unhook = useRouter().afterEach(async (to, from, failure) => {
    const moved = from !== START_LOCATION && to.path !== from.path && !failure
    if (!moved || (window.history.state as { keepFocus?: boolean } | null)?.keepFocus) return
    await nextTick()
    if (!main.value?.contains(document.activeElement)) main.value?.focus({ preventScroll: true })
  })
  onScopeDispose(unhook)
}
