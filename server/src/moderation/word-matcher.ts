import { RegExpMatcher, englishRecommendedTransformers } from 'obscenity'
import { CHINESE_WORDS } from './chinese-words.js'
import { englishWords } from './english-words.js'
import type { WordList } from './word-list.js'

/** Han and kana, which are written without gaps between words. */
const GAPLESS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/
/** What is put between signs to hide a word. */
const FILLER = /[\p{White_Space}\p{Punctuation}\p{Symbol}\p{Format}\p{Mark}]+/gu

/** Finds the words of the lists, in their usual disguises too. */
export class WordMatcher {
  private readonly english: RegExpMatcher
  private readonly gapless: readonly string[]
  private readonly spaced: RegExp | undefined

  constructor({ refused, allowed }: WordList) {
    this.english = new RegExpMatcher({
      ...englishWords(allowed).build(),
      ...englishRecommendedTransformers,
    })
    const gapless = [...CHINESE_WORDS, ...refused.filter((word) => GAPLESS.test(word))]
    this.gapless = gapless.filter((word) => !allowed.has(word)).map(bare)
    const spaced = refused.filter((word) => !GAPLESS.test(word) && !allowed.has(word))
    this.spaced = spaced.length === 0 ? undefined : anyOf(spaced)
  }

  finds(text: string): boolean {
    const plain = text.normalize('NFKC').toLowerCase()
    if (this.spaced?.test(plain)) return true
    if (this.english.hasMatch(plain)) return true
    const signs = bare(plain)
    return this.gapless.some((word) => signs.includes(word))
  }
}

const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(FILLER, '')

/** As whole words, whatever alphabet they are of. */
const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'u')

const literal = (word: string): string =>
  word.normalize('NFKC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
