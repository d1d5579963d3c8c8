import { diffArrays } from 'diff'

export type Grain = 'words' | 'lines'

/** Text that both answers have, or only one of them. */
export interface Piece {
  of: 'both' | 'a' | 'b'
  text: string
}

/** Words or lines that are in only one of two answers; beyond it a comparison would keep the page waiting. */
const MOST_CHANGES = 2_000

/**
 * What both answers have between two differences joins them where it is no more than this many words, or lines
 * with a word in them: an "and" that two sentences share by chance only tears them to pieces.
 */
const BY_CHANCE: Record<Grain, number> = { words: 2, lines: 0 }

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Word by word also where no spaces part them, each with the white space behind it. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const blank = segment.trim() === '' && words.length > 0
    if (blank) words[words.length - 1] += segment
    else words.push(segment)
  }
  return words
}

const SPLIT: Record<Grain, (text: string) => string[]> = {
  words: wordsOf,
  lines: (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [],
}

const apart = (a: string, b: string): Piece[] => [
  { of: 'a', text: a },
  { of: 'b', text: b },
]

/**
 * Two answers as one text, in which each piece says whose it is; white space at the ends of words and lines is no
 * difference. Two that have hardly a line in common are told one after the other.
 * @returns null where they have too little in common to be compared word by word
 */
export function difference(a: string, b: string, grain: Grain): Piece[] | null {
  const [ofA, ofB] = [SPLIT[grain](a), SPLIT[grain](b)]
  const changes = diffArrays(
    ofA.map((text) => text.trimEnd()),
    ofB.map((text) => text.trimEnd()),
    { maxEditLength: MOST_CHANGES },
  )
  if (!changes) return grain === 'words' ? null : apart(a, b)

  const pieces: Piece[] = []
  const run = { a: '', b: '' }
  const end = () => {
    for (const side of ['a', 'b'] as const) {
      if (run[side] !== '') pieces.push({ of: side, text: run[side] })
      run[side] = ''
    }
  }
  let [atA, atB] = [0, 0]
  changes.forEach(({ added, removed, count }, at) => {
    const hereA = added ? [] : ofA.slice(atA, (atA += count))
    const hereB = removed ? [] : ofB.slice(atB, (atB += count))
    const between = at > 0 && at < changes.length - 1
    const chance = between && hereA.filter(hasWord).length <= BY_CHANCE[grain]
    if (added || removed || chance) {
      run.a += hereA.join('')
      run.b += hereB.join('')
      return
    }
    end()
    pieces.push({ of: 'both', text: hereA.join('') })
  })
  end()
  return pieces
}
