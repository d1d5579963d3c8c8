import { afterEach, expect, it, vi } from 'vitest'
import { mendStyles } from '../../../../client/src/lib/mend-styles.js'

afterEach(() => document.head.replaceChildren())

/** Styles as a page has them: with a sheet where they were loaded. */
function styles(href: string, loaded: boolean): HTMLLinkElement {
  const link = document.createElement('link')
  link.setAttribute('rel', 'stylesheet')
  link.dataset.of = href
  vi.spyOn(link, 'sheet', 'get').mockReturnValue(loaded ? ({} as CSSStyleSheet) : null)
  document.head.append(link)
  return link
}

it('loads styles again that are missing, and leaves the others alone', async () => {
  const [there, missing] = [styles('there.css', true), styles('missing.css', false)]
  const mended = mendStyles()
  const [first, second, ...more] = document.querySelectorAll('link')
  expect([first === there, second === missing, more]).toEqual([true, false, []])
  expect(second!.dataset.of).toBe('missing.css')
  second!.dispatchEvent(new Event('load'))
  await mended
})

it('says so where they cannot be had now either', async () => {
  styles('missing.css', false)
  const mended = mendStyles()
  document.querySelector('link')!.dispatchEvent(new Event('error'))
  await expect(mended).rejects.toThrow('no styles')
})
