import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'

/**
 * Lets two boxes scroll as one, by the share of what each has to scroll: answers differ in length. The box
 * that is moved by us echoes with an event of its own, which must not move the first one back.
 */
export function useLinkedScroll(
  boxes: Readonly<Ref<readonly [HTMLElement | null, HTMLElement | null]>>,
  linked: () => boolean,
): void {
  let echo: HTMLElement | null = null

  function follow(from: HTMLElement | null, to: HTMLElement | null): void {
    if (!from || !to || !linked()) return
    if (echo === from) {
      echo = null
      return
    }
    const room = from.scrollHeight - from.clientHeight
    const target = room > 0 ? (from.scrollTop / room) * (to.scrollHeight - to.clientHeight) : 0
    if (Math.abs(to.scrollTop - target) < 1) return
    echo = to
    to.scrollTop = target
  }

  const options = { passive: true }
  useEventListener(
    () => boxes.value[0],
    'scroll',
    () => follow(boxes.value[0], boxes.value[1]),
    options,
  )
  useEventListener(
    () => boxes.value[1],
    'scroll',
    () => follow(boxes.value[1], boxes.value[0]),
    options,
  )
}
