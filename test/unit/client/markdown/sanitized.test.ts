import { beforeAll, describe, expect, it } from 'vitest'
import { sanitize } from '../../../../client/src/lib/markdown/sanitize.js'
import { enginesLoaded, rendered } from './support.js'
import { XSS_PAYLOADS } from './xss-payloads.js'

beforeAll(enginesLoaded)

const html = (fragment: DocumentFragment): string => {
  const box = document.createElement('div')
  box.append(fragment)
  return box.innerHTML
}

describe('a hostile answer', () => {
  it.each(XSS_PAYLOADS)('has no way to code, to a fetch or into the page: %j', (payload) => {
    for (const streaming of [true, false]) {
      const host = rendered(payload, streaming)
      expect(
        host.querySelector('script, img, iframe, object, embed, style, link, form, base'),
      ).toBeNull()
      for (const element of host.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on/i)
          expect(value).not.toMatch(/url\(|javascript:/i)
        }
      }
      for (const link of host.querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:)/)
        expect(link.getAttribute('target')).toBe('_blank')
        expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow')
      }
    }
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
