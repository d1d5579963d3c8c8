import { beforeAll, describe, expect, it } from 'vitest'
import { sanitize } from '../../../../client/src/lib/markdown/sanitize.js'
import { HOSTILE_TEXTS } from '../../../support/hostile-texts.js'
import { aDocument, enginesLoaded, rendered } from './support.js'
import { XSS_PAYLOADS } from './xss-payloads.js'

beforeAll(enginesLoaded)

const html = (fragment: DocumentFragment): string => {
  const box = document.createElement('div')
  box.append(fragment)
  return box.innerHTML
}

/** What could run, fetch or lead astray, as a list that should be empty: `expect` itself takes longer than the rest. */
function dangers(host: HTMLElement): string[] {
  const found = [
    ...host.querySelectorAll('script, img, iframe, object, embed, style, link, form, base'),
  ].map((each) => each.outerHTML)
  for (const element of host.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || /url\(|javascript:/i.test(value)) found.push(`${name}=${value}`)
    }
  }
  for (const link of host.querySelectorAll('a')) {
    const leads = /^(https?:\/\/|mailto:)/.test(link.getAttribute('href') ?? '')
    const apart = link.getAttribute('target') === '_blank'
    const silent = link.getAttribute('rel') === 'noopener noreferrer nofollow'
    if (!leads || !apart || !silent) found.push(link.outerHTML)
  }
  return found
}

describe('a hostile answer', () => {
  it.each(XSS_PAYLOADS)('has no way to code, to a fetch or into the page: %j', (payload) => {
    expect(dangers(rendered(payload))).toEqual([])
    // Whatever has come of it first, and then all of it.
    for (let split = 1; split < payload.length; split += 1) {
      const { host, view } = aDocument()
      view.update(payload.slice(0, split), true)
      expect([split, ...dangers(host)]).toEqual([split])
      view.update(payload, true)
      expect([split, ...dangers(host)]).toEqual([split])
      view.update(payload, false)
      expect([split, ...dangers(host)]).toEqual([split])
    }
  })

  it(`has none in any scheme, encoding and place: ${HOSTILE_TEXTS.length} of them`, () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThanOrEqual(300)
    for (const text of HOSTILE_TEXTS) {
      for (const streaming of [true, false]) {
        expect([text, ...dangers(rendered(text, streaming))]).toEqual([text])
      }
    }
  })

  it('would be seen', () => {
    const host = document.createElement('div')
    host.innerHTML = '<a href="javascript:1">x</a><p onclick="x">y</p><form></form>'
    expect(dangers(host)).toHaveLength(4)
  })
})

describe('the sanitiser by itself', () => {
  it('drops what is not on its lists, with all that is inside', () => {
    expect(html(sanitize('<p>a<script>1</script><u>b</u><b onclick="x">c</b>d</p>'))).toBe(
      '<p>ad</p>',
    )
  })

  it('keeps no handler, no id and no foreign address', () => {
    const dirty =
      '<p id="app" onclick="x()" data-x="1"><a href="javascript:1" name="y">a</a><a href="https://b.example">b</a></p>'
    expect(html(sanitize(dirty))).toBe('<p><a>a</a><a href="https://b.example">b</a></p>')
  })

  it('keeps styles inside of formulas only, set so that a strict policy lets them be', () => {
    const clean = sanitize(
      '<p style="top:0" data-css="top:0">a</p><span class="katex"><span data-css="height:1em">b</span></span>',
    )
    expect(clean.querySelector('p')?.getAttribute('style')).toBeNull()
    expect(clean.querySelector<HTMLElement>('.katex span')?.style.height).toBe('1em')
  })
})
