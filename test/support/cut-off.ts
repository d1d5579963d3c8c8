import type { Page } from 'playwright-core'

/**
 * What somebody cannot get at on a page as wide and high as it is: a page that scrolls sideways, words or controls
 * beyond its edges or those of what holds them, and controls that no scrolling brings into sight. What scrolls on its
 * own, and what ends in three dots, is no fault.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    // What floats, and what is drawn to measure, follows the size a moment later.
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame)
    const layers = [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')]
    const root = layers.findLast((layer) => layer.checkVisibility()) ?? document.body

    const holders = (element: Element) => {
      const above: Element[] = []
      for (let at = element.parentElement; at; at = at.parentElement) above.push(at)
      return above
    }
    const shown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      const told = holders(element).some((box) => box.getBoundingClientRect().width <= 1)
      return (
        element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1 && !told
      )
    }
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    const ends = (element: Element) => getComputedStyle(element).textOverflow === 'ellipsis'
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const scrollsDown = (element: Element) =>
      element === document.documentElement ||
      /auto|scroll/.test(getComputedStyle(element).overflowY)
    const hides = (element: Element) =>
      element === document.documentElement || getComputedStyle(element).overflowX !== 'visible'

    const sideways = (box: Element | null) => box !== null && box.scrollWidth > box.clientWidth + 1
    function cut(element: Element): boolean {
      // The names of a chart's lines are turned like pages.
      if (element.closest('g[clip-path]')) return false
      const above = holders(element)
      if ([element, ...above].some(ends)) return false
      const { left, right } = element.getBoundingClientRect()
      const until = above.findIndex(scrolls)
      return above.slice(0, until === -1 ? undefined : until).some((box) => {
        const edge = box.getBoundingClientRect()
        return hides(box) && (right > edge.right + 1 || left < edge.left - 1)
      })
    }
    /** Words of a button that ends in three dots, with nothing that says them whole. */
    const shortened = (element: Element) => {
      const button = element.closest('button')
      const whole = button?.hasAttribute('title') ?? button?.hasAttribute('aria-label')
      return button && !whole && ends(element) && element.scrollWidth > element.clientWidth + 1
    }
    function unreachable(control: Element): boolean {
      // What leads to the content comes into sight by itself with the focus.
      if (control.getAttribute('href') === '#main') return false
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
      const { top, bottom, height } = control.getBoundingClientRect()
      const room = Math.min(
        ...holders(control)
          .filter(scrollsDown)
          .map((box) => box.clientHeight),
      )
      return height <= room && (top < -1 || bottom > innerHeight + 1)
    }

    const say = (what: string, element: Element) => {
      const words = element.getAttribute('aria-label') ?? element.textContent
      const start = words.trim().replaceAll(/\s+/g, ' ').slice(0, 60)
      return `${what}: <${element.localName}> ${start}`
    }
    const boxes = [document.documentElement, document.querySelector('main'), root]
    const all = [...root.querySelectorAll('*')].filter(
      (element) => (hasWords(element) || element.matches(CONTROLS)) && shown(element),
    )
    const found = [
      ...boxes.filter((box) => box !== null && sideways(box)).map((box) => say('sideways', box!)),
      ...all.filter(cut).map((element) => say('cut', element)),
      ...all.filter(shortened).map((element) => say('shortened', element)),
      ...all
        .filter((element) => element.matches(CONTROLS))
        .filter(unreachable)
        .map((control) => say('out of reach', control)),
    ]
    return [...new Set(found)]
  })
