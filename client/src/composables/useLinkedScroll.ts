import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'
import { placeScroll, wherePlaced } from '../lib/placed-scroll.js'

/**
 * Lets two boxes scroll as one, by the share of what each has to scroll: answers differ in length. Only what a
 * person moves takes the other box along: neither the echo of a move that we made here, nor an answer that
 * follows its own end while somebody reads the other one.
 */
export function useLinkedScroll(
  boxes: Readonly<Ref<readonly [HTMLElement | null, HTMLElement | null]>>,
  linked: () => boolean,
): void {
  function follow(from: HTMLElement | null, to: HTMLElement | null): void {
    if (!from || wherePlaced(from) || !to || !linked()) return
    const room = from.scrollHeight - from.clientHeight
    const target = room > 0 ? (from.scrollTop / room) * (to.scrollHeight - to.clientHeight) : 0
    if (Math.abs(to.scrollTop - target) >= 1) placeScroll(to, target)
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
