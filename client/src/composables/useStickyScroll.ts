import { useEventListener, useResizeObserver } from '@vueuse/core'
import { nextTick, ref, watch, type Ref } from 'vue'
import { placeScroll } from '../lib/placed-scroll.js'
import { useScrollBehavior } from './useScrollBehavior.js'

/** Who moves down and is closer to the end than this has come back: zoomed pages have fractions of pixels. */
const NEAR_PX = 40

const roomOf = (element: HTMLElement) => element.scrollHeight - element.clientHeight
const distance = (element: HTMLElement) => roomOf(element) - element.scrollTop

/**
 * Keeps the end of a growing box in sight until the person scrolls up, be it by one pixel. `away` says that they
 * did and that there is something below; `deep`, that the beginning is out of sight. `back` and `toStart` are the ways
 * there for whoever asks for them, and take the focus of the button that goes with it.
 */
export function useStickyScroll(
  box: Ref<HTMLElement | null>,
  content: Ref<HTMLElement | null>,
  follows: () => boolean,
) {
  const away = ref(false)
  const deep = ref(false)
  const gliding = useScrollBehavior()
  let left = false
  let near = true
  let [top, room, height] = [0, 0, 0]

  function measure(element: HTMLElement): void {
    top = element.scrollTop
    room = roomOf(element)
    // What a smaller box scrolls away by itself is no move of the person.
    if (element.clientHeight === height) near = distance(element) <= NEAR_PX
    away.value = left && !near
    deep.value = top > NEAR_PX
  }

  function keepEnd(element: HTMLElement): void {
    if (!left) placeScroll(element, element.scrollHeight)
    measure(element)
  }

  function toEnd(behavior = gliding.value): void {
    left = away.value = false
    const element = box.value
    if (!element) return
    if (behavior === 'instant') keepEnd(element)
    else element.scrollTo({ top: element.scrollHeight, behavior })
  }

  function back(): void {
    box.value?.focus({ preventScroll: true })
    toEnd()
  }

  function toStart(): void {
    box.value?.focus({ preventScroll: true })
    box.value?.scrollTo({ top: 0, behavior: gliding.value })
  }

  useEventListener(
    box,
    'scroll',
    () => {
      const element = box.value
      if (!element) return
      // A box that has less to scroll than before is moved up by the browser, to its end.
      const clamped = roomOf(element) < room && distance(element) <= 1
      if (element.scrollTop < top && !clamped) left = true
      else if (element.scrollTop > top && distance(element) <= NEAR_PX) left = false
      measure(element)
    },
    { passive: true },
  )
  useResizeObserver(content, () => {
    const element = box.value
    if (!element) return
    if (follows()) keepEnd(element)
    else measure(element)
  })
  // Something took its place below, such as the facts of an answer: whoever was at the last line still sees it.
  useResizeObserver(box, () => {
    const element = box.value
    if (!element) return
    const less = height - element.clientHeight
    if (less > 0 && near) placeScroll(element, element.scrollTop + less)
    height = element.clientHeight
    measure(element)
  })

  watch(follows, async (now) => {
    if (now) left = false
    // The last words come together with the end of following.
    await nextTick()
    if (!now && box.value) keepEnd(box.value)
  })

  return { away, deep, toEnd, back, toStart }
}
