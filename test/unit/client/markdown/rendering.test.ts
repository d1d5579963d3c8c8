import { beforeAll, describe, expect, it } from 'vitest'
import { parser } from '../../../../client/src/lib/markdown/parser.js'
import { enginesLoaded, rendered } from './support.js'

beforeAll(enginesLoaded)

const texOf = (text: string, streaming = false) =>
  [...rendered(text, streaming).querySelectorAll('.katex-html')].map((node) => node.textContent)

describe('formulas', () => {
  it.each([
    ['$x^2$', 'x2'],
    ['so \\(a+b\\) is', 'a+b'],
    ['$$\nx\n$$', 'x'],
    ['\\[ x \\]', 'x'],
    ['text $$x$$ text', 'x'],
    ['- item\n\n  $$x$$', 'x'],
    ['| a |\n|---|\n| $x$ |', 'x'],
  ])('are set: %j', (text, tex) => {
    expect(texOf(text)).toEqual([tex])
  })

  it.each([
    'costs $5 or $10',
    'US$5 and US$6',
    '5$ and 6$',
    'a $ b $ c',
    'escaped \\$x\\$',
    '`$x$`',
    '```\n$x$\n```',
    '$$',
    '$$\n\n$$',
    '\\\\(x\\\\)',
    '\\(x',
  ])('are not seen in %j', (text) => {
    expect(texOf(text)).toEqual([])
  })

  it('stay source where they are wrong, or longer than a formula may be', () => {
    expect(rendered('$\\frac{$').querySelector('.katex')).toBeNull()
    expect(rendered('$\\nonsense$').querySelector('code')?.textContent).toBe('\\nonsense')
    expect(rendered(`$$${'x'.repeat(2_001)}$$`).querySelector('.katex')).toBeNull()
  })

  it('cannot be made to expand without end', () => {
    const bomb =
      '$\\def\\a{\\b\\b\\b\\b}\\def\\b{\\c\\c\\c\\c}\\def\\c{\\d\\d\\d\\d}\\def\\d{xxxx}\\a\\a\\a\\a\\a$'
    expect(rendered(bomb).querySelector('.katex')).toBeNull()
    expect(rendered('$\\def\\a{\\a}\\a$').querySelector('.katex')).toBeNull()
  })

  it('wait quietly for their end while the text grows, and are text when it never comes', () => {
    const open = 'So\n\n$$\na * b * c'
    expect(rendered(open, true).querySelector('.md-formula code')?.textContent).toBe('a * b * c')
    expect(rendered(open).querySelector('.md-formula')).toBeNull()
  })

  it.each(['$a ', '\\[ x\n', '\\(', '$$', '$'])('without end do not stop the page: %j', (piece) => {
    const start = performance.now()
    rendered(piece.repeat(5_000))
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it.each(['\\[ x ', '\\('])('without end cost no more for each in a long text: %j', (piece) => {
    const quickest = (length: number): number => {
      const text = piece.repeat(length / piece.length)
      const times = Array.from({ length: 2 }, () => {
        const start = performance.now()
        parser.render(text, { missing: new Set() })
        return performance.now() - start
      })
      return Math.min(...times)
    }
    const quarter = quickest(25_000)
    // Sixteen times as much is what each costs that looks through all the rest.
    expect(quickest(100_000) / quarter).toBeLessThan(9)
  })
})

describe('code', () => {
  it('names its language and is coloured', () => {
    const host = rendered('```ts title=x\nconst a = 1\n```')
    expect(host.querySelector('figcaption span')?.textContent).toBe('ts')
    expect(host.querySelector('.hljs-keyword')?.textContent).toBe('const')
    expect(host.querySelector('code')?.textContent).toBe('const a = 1\n')
  })

  it('of no language, or one that nobody knows, stays plain', () => {
    for (const text of ['```\na\n```', '```nonsense\na\n```', '    a']) {
      const host = rendered(text)
      expect(host.querySelector('code')?.textContent?.trim()).toBe('a')
      expect(host.querySelector('[class^=hljs]')).toBeNull()
    }
  })
})

describe('text', () => {
  it('has its headings under those of the page', () => {
    const tags = [...rendered('# a\n\n## b\n\n###### c').querySelectorAll('h1,h2,h3,h4,h5,h6')]
    expect(tags.map((tag) => tag.tagName)).toEqual(['H3', 'H4', 'H6'])
  })

  it('shows pictures as links', () => {
    const host = rendered('![A **cat**](https://a.example/cat.png)')
    expect(host.querySelector('a')?.textContent).toBe('Picture: A cat')
    expect(host.querySelector('a')?.getAttribute('href')).toBe('https://a.example/cat.png')
  })

  it('makes links of addresses, and of nothing that only looks like one', () => {
    expect(rendered('see https://a.example/x.').querySelector('a')?.textContent).toBe(
      'https://a.example/x',
    )
    expect(rendered('see README.md and a@b.example').querySelector('a')).toBeNull()
  })

  it('puts wide tables into a box of their own and keeps how they are aligned', () => {
    const host = rendered('| a | b |\n|:-:|--:|\n| 1 | 2 |')
    expect(host.querySelector('.md-table > table')).not.toBeNull()
    expect(host.querySelector('td.md-right')?.textContent).toBe('2')
  })
})
