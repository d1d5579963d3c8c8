import { isStopWord } from './stop-words.js'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const LONGEST = 4

/**
 * The phrases that a text is about, in its own order and without repetition: runs of words between
 * stop words and punctuation, as in RAKE (Rose et al., 2010). Numbers alone are no terms.
 */
export function terms(text: string): string[] {
  const phrases: string[] = []
  let run: string[] = []
  const close = () => {
    const phrase = run.join('').trim()
    if (/\p{L}/u.test(phrase)) phrases.push(phrase)
    run = []
  }
  for (const { segment, isWordLike } of segmenter.segment(text.slice(0, 4000))) {
    if (isWordLike ? isStopWord(segment) || /^\d+$/.test(segment) : /[^\s\-']/.test(segment))
      close()
    else if (isWordLike || run.length > 0) run.push(segment)
    if (run.filter((part) => part.trim()).length === LONGEST) close()
  }
  close()
  return unique(phrases).slice(0, 8)
}

function unique(phrases: string[]): string[] {
  const seen = new Set<string>()
  return phrases.filter((phrase) => {
    const key = phrase.toLowerCase()
    return !seen.has(key) && Boolean(seen.add(key))
  })
}
