import type { Finding, Table } from '../findings/finding.js'
import type { Bilingual, Language } from '../kit/language.js'
import { enumerate, plain, quote } from '../kit/quote.js'
import type { Understanding } from '../kit/understand.js'
import { sentences } from '../kit/words.js'
import {
  acknowledgement,
  bullets,
  fenced,
  markdownTable,
  matters,
  numbered,
  paragraphs,
  recall,
} from './parts.js'
import type { Persona } from './persona.js'

const HEADS = {
  en: {
    short: 'The short answer',
    why: 'Why this is so',
    points: 'In detail',
    table: 'At a glance',
    code: 'Worked example',
    verse: 'The text',
    myth: 'A common mistake',
    next: 'Where to go from here',
  },
  zh: {
    short: '简短回答',
    why: '为什么',
    points: '细节',
    table: '一览',
    code: '示例',
    verse: '正文',
    myth: '常见误解',
    next: '接下来',
  },
} satisfies Bilingual<Record<string, string>>

/** Headings, bullets and a table: the whole matter, in order. */
export const thorough: Persona = {
  pace: { firstMs: 600, piecesPerSecond: 80 },
  compose({ understanding, finding, voice }) {
    const { language } = understanding
    const head = HEADS[language]
    const section = (title: string, body: string | undefined) => body && `### ${title}\n\n${body}`
    const list = understanding.kind === 'list' ? numbered : bullets
    return {
      text: paragraphs(
        `## ${plain(finding.title, 80)}`,
        section(
          head.short,
          recall(understanding, voice) + (finding.verse ? finding.because : finding.gist),
        ),
        section(head.verse, finding.verse?.map((line) => `> ${line}`).join('\n>\n')),
        section(head.why, finding.verse ? undefined : finding.because),
        section(head.points, list(finding.points)),
        section(head.code, finding.snippet && fenced(finding.snippet)),
        section(head.table, markdownTable(finding.table ?? overview(finding, language))),
        section(head.myth, finding.myth),
        section(head.next, next(understanding, finding)),
        acknowledgement(understanding),
      ),
    }
  },
}

/** A table for a matter that has none: what was said, in a few cells. */
function overview({ title, gist, because, points, myth }: Finding, language: Language): Table {
  const names = GLANCE[language]
  const cells = [gist, because, points[0], myth]
  return {
    head: [names[0] ?? '', title],
    rows: cells.flatMap((cell, i) => (cell ? [[names[i + 1] ?? '', firstSentence(cell)]] : [])),
  }
}

const GLANCE: Bilingual<string[]> = {
  en: ['Aspect', 'Answer', 'Reason', 'Detail', 'Misconception'],
  zh: ['方面', '回答', '原因', '细节', '误解'],
}

const firstSentence = (text: string) => sentences(text)[0] ?? text

function next(understanding: Understanding, finding: Finding): string {
  const { earlier, refersTo, language } = understanding
  const matter = enumerate(matters(understanding, finding).slice(0, 2), language)
  const previous = refersTo ? undefined : earlier.at(-1)
  if (language === 'zh')
    return previous
      ? `上一轮你问的是${quote(previous, 'zh', 40)}；可以想想它与${matter}有什么联系。`
      : `如果还想深入，接下来可以细看${matter}。`
  return previous
    ? `Before this you asked ${quote(previous, 'en', 60)}; it is worth asking how that bears on ${matter}.`
    : `Worth a closer look next: ${matter}.`
}
