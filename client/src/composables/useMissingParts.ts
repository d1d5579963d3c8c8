import type { Router } from 'vue-router'
import { isOutdated, ownScript } from '../lib/is-outdated.js'
import { useParts } from '../stores/parts.js'

/** Which build was left already, so that a cache which goes on serving it cannot make a page load for ever. */
const LEFT = 'ringside.left'

/**
 * A part of the page that cannot be loaded: after an update of the server the page begins anew by itself, where
 * somebody was going; what was typed and what is on its way outlives that. Else the person is told.
 */
export function watchParts(
  router: Pick<Router, 'onError' | 'resolve'>,
  go = (address?: string): void =>
    address === undefined ? location.reload() : location.assign(address),
): void {
  const parts = useParts()
  let wanted: string | undefined

  async function missing(): Promise<void> {
    const own = ownScript()
    if ((await isOutdated()) && own && sessionStorage.getItem(LEFT) !== own) {
      sessionStorage.setItem(LEFT, own)
      go(wanted)
    } else parts.missing = true
  }

  window.addEventListener('vite:preloadError', () => void missing())
  // The router hears of it next, and knows where to.
  router.onError((_error, to) => (wanted = router.resolve(to).href))
}
