import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeSentences } from '../../../../client/src/lib/whole-sentences.js'
import { holds } from '../../../support/holds.js'

describe('what is said of a text that grows', () => {
  it.each([
    ['nothing of a sentence that is not whole', 'It is so, beca', '', 0],
    ['whole sentences', 'It is so. Why? Beca', 'It is so. Why?', 14],
    ['a quoted one', 'He said “no.” Th', 'He said “no.”', 13],
    ['no end within a number', 'About 3.14 me', '', 0],
    ['Chinese, which has no spaces', '天是蓝的。因为', '天是蓝的。', 5],
    ['lines, without the signs of markdown', '## One\n- **two**\nthr', 'One - two', 17],
  ])('is %s', (_what, text, words, to) => {
    expect(wholeSentences(text, 0, false)).toEqual({ words, to })
  })

  it('is the rest where it has ended, and only what is new', () => {
    expect(wholeSentences('One. Two. Thr', 4, true)).toEqual({ words: 'Two. Thr', to: 13 })
    expect(wholeSentences('One.', 4, true)).toEqual({ words: '', to: 4 })
  })

  it('is all of it in the end, however it came', () => {
    const piece = fc.constantFrom('One', ' two.', ' ', '\n', 'three! ', '四。')
    holds(
      'whole-sentences',
      fc.property(fc.array(piece), (pieces) => {
        let [text, from, said] = ['', 0, '']
        for (const each of pieces) {
          text += each
          const { words, to } = wholeSentences(text, from, false)
          from = to
          said += words
        }
        said += wholeSentences(text, from, true).words
        expect(said.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
    )
  })
})
