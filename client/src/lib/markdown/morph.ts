/** Makes `current` equal to `next` and keeps what is equal already: selections, scroll places and the browser's work. */
export function morph(current: Element, next: Element): void {
  const old = [...current.childNodes]
  const fresh = [...next.childNodes]
  fresh.forEach((node, index) => {
    const before = old[index]
    if (!before) current.append(node)
    else if (!before.isEqualNode(node)) morphNode(before, node)
  })
  for (const surplus of old.slice(fresh.length)) surplus.remove()
}

function morphNode(before: ChildNode, after: ChildNode): void {
  if (before instanceof Text && after instanceof Text) {
    before.data = after.data
  } else if (before instanceof Element && after instanceof Element && sameShell(before, after)) {
    morph(before, after)
  } else {
    before.replaceWith(after)
  }
}

/** What a reader has set on the page and no rendering knows of: that a block of code wraps its lines. */
const PAGE_STATE = ['data-wrapped', 'aria-pressed']

const attributesOf = (element: Element): string =>
  [...element.attributes]
    .filter(({ name }) => !PAGE_STATE.includes(name))
    .map(({ name, value }) => `${name}=${value}`)
    .join('\0')

const sameShell = (before: Element, after: Element): boolean =>
  before.tagName === after.tagName && attributesOf(before) === attributesOf(after)
