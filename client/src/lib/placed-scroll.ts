/** Where a box was put by us, as the browser has rounded it. */
const placed = new WeakMap<HTMLElement, number>()

/** Puts a box somewhere at once, and remembers that it was no move of the person. */
export function placeScroll(box: HTMLElement, top: number): void {
  box.scrollTo({ top, behavior: 'instant' })
  placed.set(box, box.scrollTop)
}

/** Whether a box still is where we have put it; a move of the person ends that, also one that comes back. */
export function wherePlaced(box: HTMLElement): boolean {
  if (placed.get(box) === box.scrollTop) return true
  placed.delete(box)
  return false
}
