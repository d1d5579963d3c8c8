import createDOMPurify from 'dompurify'
import { SAFE_URL } from './link-rules.js'

const words = (list: string): string[] => list.trim().split(/\s+/)

// `body` is the frame in which the sanitiser works, `#text` what it calls words.
const TAGS = words(`
  body #text a p br hr h2 h3 h4 h5 h6 strong em s code pre blockquote ul ol li table thead tbody tr th td
  div span figure figcaption button
  math semantics mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover
  munderover mmultiscripts mtable mtr mtd mstyle merror mpadded mphantom menclose
  svg path
`)

const ATTRIBUTES = words(`
  href title target rel class type tabindex start data-css aria-hidden aria-pressed
  xmlns display mathvariant stretchy fence separator lspace rspace width height depth voffset
  columnalign columnspacing rowspacing columnlines rowlines scriptlevel displaystyle accent
  accentunder minsize maxsize linethickness mathcolor mathbackground mathsize notation symmetric
  largeop movablelimits viewBox preserveAspectRatio d
`)

const POLICY = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  // The pattern would be asked about every attribute; only this one holds an address.
  ALLOWED_URI_REGEXP: SAFE_URL,
  ADD_URI_SAFE_ATTR: ATTRIBUTES.filter((name) => name !== 'href'),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  KEEP_CONTENT: false,
  RETURN_DOM_FRAGMENT: true,
} as const

const purify = createDOMPurify(window)

/**
 * The only way from a model's words to the page's DOM: a closed list of tags and attributes; an element that
 * is not on it goes with all that is inside.
 */
export function sanitize(html: string): DocumentFragment {
  const fragment = purify.sanitize(html, POLICY)
  fragment.querySelectorAll<HTMLElement>('[data-css]').forEach(adoptStyle)
  return fragment
}

/** What a script sets, a policy without `unsafe-inline` lets be; only the insides of formulas have a style. */
function adoptStyle(element: HTMLElement): void {
  const css = element.dataset.css ?? ''
  delete element.dataset.css
  if (element.closest('.katex')) element.style.cssText = css
}
