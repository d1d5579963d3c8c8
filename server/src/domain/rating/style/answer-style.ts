import type { StyleFeature } from '#shared/vocabulary'

/** How an answer looks, apart from what it says; or all answers of a side together. */
export type AnswerStyle = Record<StyleFeature, number>

// What the predecessor counts in an answer (FastChat, add_markdown_info.py), so that old logs and ours agree.
const FENCED_CODE = /```[^`]*```/g
const HEADING = /^#{1,6}\s/gm
// Indented within its line only: over line ends, each line would look through all empty ones that follow it.
const LIST_ITEM = /^[^\S\n\r\u2028\u2029]*(?:\d+\.|[-*+])\s/gm
const BOLD = /\*\*[^*\n]+\*\*|__[^_\n]+__/g

/**
 * The figures of a markdown text. Length is in characters (code points), code included; headings, list
 * items and bold passages are those outside of fenced code.
 */
export function styleOf(markdown: string): AnswerStyle {
  const prose = markdown.replace(FENCED_CODE, '')
  return {
    length: codePoints(markdown),
    headings: matches(prose, HEADING),
    lists: matches(prose, LIST_ITEM),
    bold: matches(prose, BOLD),
  }
}

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function codePoints(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit < 0xdc00 || unit > 0xdfff) count += 1
  }
  return count
}
