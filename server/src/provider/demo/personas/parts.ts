import type { Snippet } from '../code/library.js'
import type { Finding, Table } from '../findings/finding.js'
import type { Bilingual } from '../kit/language.js'
import { plain, quote } from '../kit/quote.js'
import type { QuestionKind } from '../kit/question-kind.js'
import type { Understanding } from '../kit/understand.js'
import type { Voice } from '../kit/voice.js'

/** Paragraphs with an empty line between them; those without text fall out. */
export const paragraphs = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part).join('\n\n')

export const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${item}`).join('\n')

export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n')

export const fenced = ({ language, source }: Snippet): string =>
  `\`\`\`${language}\n${source}\n\`\`\``

// Formulas keep their signs; nothing that the prompt brings along has any.
const tableCell = (cell: string) => (/\$.+\$/.test(cell) ? cell : plain(cell, 110))

export function markdownTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(tableCell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const BACK: Bilingual<[string, ...string[]]> = {
  en: ['Still on {}: ', 'To come back to {}: ', 'Following up on {}: '],
  zh: ['接着{}说：', '回到{}：', '承接{}：'],
}

/** For a follow-up: a few words that name the turn that it goes back to. */
export function recall({ refersTo, language }: Understanding, voice: Voice): string {
  if (!refersTo) return ''
  return voice.pick(BACK[language]).replace('{}', () => quote(refersTo, language, 50))
}

/** That a system prompt was read, and how far it can be followed. */
export function acknowledgement({ instructions, language }: Understanding): string | undefined {
  if (!instructions) return undefined
  const said = quote(instructions, language, 60)
  return language === 'zh'
    ? `（已读到设定${said}；离线演示模型只能遵守其中简单的部分。）`
    : `(Your instructions ${said} are noted; an offline demo model can follow only the simple ones.)`
}

/** Joins sentences as the language does. */
export const joined = (language: Understanding['language'], ...parts: string[]): string =>
  parts.filter((part) => part).join(language === 'zh' ? '' : ' ')

/** What the answer turns on: the problem or task itself, else phrases of the prompt. */
export function matters({ terms, kind }: Understanding, finding: Finding): string[] {
  const named = finding.solution ?? finding.snippet ?? SMALL_TALK.has(kind)
  return named ? [finding.title] : terms.slice(0, 3).map((term) => plain(term, 40))
}

const SMALL_TALK: ReadonlySet<QuestionKind> = new Set(['greeting', 'thanks', 'identity'])
