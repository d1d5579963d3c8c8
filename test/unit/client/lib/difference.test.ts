import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, type Grain, type Piece } from '../../../../client/src/lib/difference.js'
import { holds } from '../../../support/holds.js'

/** Each piece in the brackets of whose it is. */
const shown = (a: string, b: string, grain: Grain = 'words'): string => {
  const marks = { both: '', a: 'A', b: 'B' }
  const pieces = difference(a, b, grain) ?? []
  return pieces.map(({ of, text }) => (of === 'both' ? text : `${marks[of]}[${text}]`)).join('')
}

describe('the difference of two answers', () => {
  it('is what only one of them says', () => {
    expect(shown('The sky is blue today.', 'The sky is grey today.')).toBe(
      'The sky is A[blue ]B[grey ]today.',
    )
  })

  it('is none where they say the same', () => {
    expect(difference('One.\nTwo.', 'One.\nTwo.', 'words')).toEqual([
      { of: 'both', text: 'One.\nTwo.' },
    ])
  })

  it('is found between Chinese words, which no spaces part', () => {
    expect(shown('天空今天是蓝色的。', '天空今天是灰色的。')).toMatch(
      /^天空今天是A\[蓝色?\]B\[灰色?\]色?的。$/,
    )
  })

  it('is not torn to pieces by a word that both have by chance', () => {
    expect(shown('Salt and pepper first. It is good.', 'Rice and beans later. It is good.')).toBe(
      'A[Salt and pepper first]B[Rice and beans later]. It is good.',
    )
  })

  it('is not white space', () => {
    const pieces = difference('One  two\nthree four', 'One two three four', 'words')
    expect(pieces).toEqual([{ of: 'both', text: 'One  two\nthree four' }])
  })

  it('is made of whole lines where lines are asked for, blank ones with their neighbours', () => {
    expect(shown('Same\nfirst\n\nleft\nend', 'Same\nsecond\n\nright\nend', 'lines')).toBe(
      'Same\nA[first\n\nleft\n]B[second\n\nright\n]end',
    )
  })

  it('is not looked for word by word in long texts without anything in common', () => {
    const words = (stem: string) =>
      Array.from({ length: 3_000 }, (_, at) => `${stem}${at}`).join(' ')
    expect(difference(words('x'), words('y'), 'words')).toBeNull()
    expect(difference(words('x'), words('y'), 'lines')).toHaveLength(2)
  })

  it('is not looked for line by line either where the page would wait for it', () => {
    const lines = (stem: string) => {
      const all = Array.from({ length: 1_500 }, (_, at) => `${stem}${at}\n`)
      return [...all.slice(0, 700), 'Both say this.\n', ...all.slice(700)].join('')
    }
    const [a, b] = [lines('x'), lines('y')]
    expect(difference(a, b, 'lines')).toEqual([
      { of: 'a', text: a },
      { of: 'b', text: b },
    ])
  })

  it('leaves out no word of either', () => {
    const text = fc
      .array(fc.constantFrom('one ', 'two ', 'three\n', '\n', '四', '. '))
      .map((all) => all.join(''))
    const bare = (words: string) => words.replace(/\s+/g, '')
    const side = (pieces: Piece[], own: 'a' | 'b') =>
      pieces.flatMap(({ of, text: words }) => (of === own || of === 'both' ? [words] : [])).join('')
    holds(
      'difference-of-both',
      fc.property(text, text, fc.constantFrom<Grain>('words', 'lines'), (a, b, grain) => {
        const pieces = difference(a, b, grain)!
        expect(side(pieces, 'a')).toBe(a)
        expect(bare(side(pieces, 'b'))).toBe(bare(b))
      }),
    )
  })
})
