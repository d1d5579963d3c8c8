import type { Language } from '../kit/language.js'
import { plain, quote, sentenceCase } from '../kit/quote.js'
import type { Understanding } from '../kit/understand.js'
import type { Finding, Table } from './finding.js'
import { ASPECTS, OUTLINES } from './open-outlines.js'

const SHORTEST_LIST = 3

/** Without facts: says so, and puts the prompt's own terms in order. */
export function openQuestion(understanding: Understanding): Finding {
  const { language, kind, subject, terms, count, pair } = understanding
  const shape = kind in OUTLINES ? (kind as keyof typeof OUTLINES) : 'statement'
  const outline = OUTLINES[shape][language]
  const other = terms.find((term) => term !== subject)
  const [x, y] = pair ?? [plain(subject, 40), plain(other ?? subject, 40)]
  // A statement is taken as a whole; of a question the phrase that names its matter.
  const matter = shape === 'statement' ? plain(understanding.prompt, 60) : plain(subject, 50)
  // A phrase of the prompt may be of any part of speech; in quotation marks it fits any sentence.
  const quoted = (text: string) =>
    insert(text, quote(matter, language), quote(x, language), quote(y, language))
  const bare = (text: string) => insert(text, matter, x, y)
  const wanted = shape === 'list' ? (count ?? 5) : outline.points.length
  return {
    known: false,
    title: sentenceCase(shape === 'compare' ? `${x} / ${y}` : matter),
    gist: quoted(outline.gist),
    because: quoted(outline.because),
    points: outline.points
      .slice(0, Math.max(wanted, SHORTEST_LIST))
      .map(shape === 'list' ? bare : quoted),
    table: pair && aspects(language, bare),
  }
}

const insert = (text: string, matter: string, x: string, y: string) =>
  text.replaceAll('{x}', x).replaceAll('{y}', y).replaceAll('{}', matter)

const aspects = (language: Language, fill: (text: string) => string): Table => ({
  head: ASPECTS[language].head.map(fill),
  rows: ASPECTS[language].rows.map((row) => row.map(fill)),
})
