import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parser } from '../../../../client/src/lib/markdown/parser.js'
import { aDocument, enginesLoaded, rendered } from './support.js'
import { TRICKY_DOCUMENTS } from './tricky-documents.js'
import { holds } from '../../../support/holds.js'

beforeAll(enginesLoaded)

const documents = Object.entries(TRICKY_DOCUMENTS)

describe('a text that streams', () => {
  it.each(documents)(
    'ends as the same page as the whole, wherever it was cut: %s',
    (_name, text) => {
      const whole = rendered(text).innerHTML
      for (let cut = 1; cut < text.length; cut += 1) {
        const { host, view } = aDocument()
        view.update(text.slice(0, cut), true)
        view.update(text, false)
        expect(host.innerHTML).toBe(whole)
      }
    },
  )

  it.each(documents)('looks at every moment like the text so far: %s', (_name, text) => {
    const { host, view } = aDocument()
    for (let end = 1; end <= text.length; end += 1) {
      view.update(text.slice(0, end), true)
      expect(host.innerHTML).toBe(rendered(text.slice(0, end), true).innerHTML)
    }
    view.update(text, false)
    expect(host.innerHTML).toBe(rendered(text).innerHTML)
  })

  it('is the whole for any mix of blocks and any cuts', () => {
    const lines = fc.constantFrom(
      ...[
        '',
        '',
        'text',
        '- a',
        '  b',
        '1. c',
        '> q',
        '```',
        '~~~js',
        '    code',
        '---',
        '===',
        '# h',
      ],
      ...[
        'a | b',
        '-|-',
        '$$',
        '\\[ x',
        '\\]',
        '[r]',
        '[r]: https://r.example',
        '"t"',
        '* * *',
        '$x$',
        '<br>',
      ],
    )
    holds(
      'markdown-as-it-comes',
      fc.property(
        fc.array(lines, { minLength: 1, maxLength: 14 }).map((all) => all.join('\n')),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (text, cuts) => {
          const { host, view } = aDocument()
          for (const cut of cuts.sort((a, b) => a - b)) {
            view.update(text.slice(0, Math.floor(cut * text.length)), true)
          }
          view.update(text, false)
          expect(host.innerHTML).toBe(rendered(text).innerHTML)
        },
      ),
      { runs: 400 },
    )
  })
})

describe('what is finished', () => {
  const start = 'One **a**.\n\n```js\nconst a = 1\n```\n\n| a |\n|---|\n| $x$ |\n\n'

  it('keeps its very nodes while more text comes', () => {
    const { host, view } = aDocument()
    view.update(`${start}Then`, true)
    const kept = [...host.querySelectorAll('*')].slice(0, -2)
    expect(kept.length).toBeGreaterThan(20)
    for (const more of [' more', ' more\n\n- list', ' more\n\n- list\n\nend $y$ and `code`']) {
      view.update(`${start}Then${more}`, true)
    }
    view.update(`${start}Then more\n\n- list\n\nend`, false)
    const now = new Set(host.querySelectorAll('*'))
    expect(kept.every((element) => now.has(element))).toBe(true)
  })

  it('keeps the nodes of the block that grows, as far as they are the same', () => {
    const { host, view } = aDocument()
    view.update('- one\n- two\n- th', true)
    const [one, two] = host.querySelectorAll('li')
    view.update('- one\n- two\n- three\n- four', true)
    expect([...host.querySelectorAll('li')].slice(0, 2)).toEqual([one, two])
    expect(host.querySelectorAll('li')[0]).toBe(one)
  })

  it('is written again only where a definition that came later completes its links', () => {
    const { host, view } = aDocument()
    view.update('See [it].\n\nPlain.\n\nLast', true)
    const plain = host.children[1]?.firstChild
    view.update('See [it].\n\nPlain.\n\nLast\n\n[it]: https://it.example', false)
    expect(host.children[0]?.querySelector('a')?.getAttribute('href')).toBe('https://it.example')
    expect(host.children[1]?.firstChild).toBe(plain)
  })
})

describe('link definitions', () => {
  const start = 'See [it].\n\n- [ ] to do\n\nPlain.\n'
  const more = '\n[other]: https://other.example\n\n[third]: https://third.example'

  it('write no block again that has no link of theirs, however many they are', () => {
    const { view } = aDocument()
    view.update(start, false)
    const written = vi.spyOn(parser, 'render')
    view.update(start + more, false)
    expect(written.mock.calls).toEqual([])
    view.update(`${start}${more}\n\n[it]: https://it.example`, false)
    expect(written.mock.calls.map(([source]) => source)).toEqual(['See [it].\n'])
    written.mockRestore()
  })

  it('are no blocks themselves', () => {
    expect(rendered(start + more).children).toHaveLength(3)
  })

  it('of another text hold no longer', () => {
    const { host, view } = aDocument()
    view.update('See [it].\n\n[it]: https://one.example', false)
    view.update('See [it].\n\n[it]: https://two.example', false)
    expect(host.querySelector('a')?.getAttribute('href')).toBe('https://two.example')
  })
})

describe('another text', () => {
  it('takes the place of the first one: an answer that began anew', () => {
    const { host, view } = aDocument()
    view.update('A\n\nB\n\nC\n\nD', true)
    view.update('X', true)
    expect(host.innerHTML).toBe(rendered('X', true).innerHTML)
    view.update('', true)
    expect(host.innerHTML).toBe('')
  })
})
