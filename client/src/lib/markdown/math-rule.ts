import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

interface Delimiter {
  open: string
  close: string
  display: boolean
}

// The longer one first: `$$` is not an empty `$...$`.
const DELIMITERS: Delimiter[] = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
  { open: '$', close: '$', display: false },
]

// How far an end is looked for, in characters and in lines: bounds the work on a text full of lone openings.
const LONGEST_INLINE = 1_000
const LONGEST_BLOCK = 80

const escaped = (text: string, at: number): boolean => {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}

/** Money is no formula: "$5 and $10" stays text, because a formula touches both its dollar signs. */
function isProse(text: string, start: number, end: number): boolean {
  return (
    /\w/.test(text[start - 1] ?? '') ||
    /\s/.test(text[start + 1] ?? ' ') ||
    /\s/.test(text[end - 1] ?? ' ') ||
    /\d/.test(text[end + 1] ?? '')
  )
}

function findClose(text: string, { open, close }: Delimiter, start: number, max: number): number {
  const from = start + open.length
  // Only so much is looked at: in a text of lone openings, each would look through all the rest.
  const ahead = text.slice(from, Math.min(max, start + LONGEST_INLINE) + close.length - 1)
  for (let at = ahead.indexOf(close, 1); at !== -1; at = ahead.indexOf(close, at + 1)) {
    const end = from + at
    if (!escaped(text, end) && !(open === '$' && isProse(text, start, end))) return end
  }
  return -1
}

function inlineFormula(state: StateInline, silent: boolean): boolean {
  const delimiter = DELIMITERS.find(({ open }) => state.src.startsWith(open, state.pos))
  if (!delimiter) return false
  const end = findClose(state.src, delimiter, state.pos, state.posMax)
  if (end === -1) return false
  if (!silent) {
    const token = state.push('formula', '', 0)
    token.content = state.src.slice(state.pos + delimiter.open.length, end).trim()
    token.meta = { display: delimiter.display }
  }
  state.pos = end + delimiter.close.length
  return true
}

const lineAt = (state: StateBlock, line: number): string =>
  state.getLines(line, line + 1, state.sCount[line] ?? 0, false).trim()

interface Found {
  tex: string
  closed: boolean
  lastLine: number
}

/** Reads on from an opening delimiter to the line that ends with its closing one, to a blank line at the most. */
function readBlock(
  state: StateBlock,
  { open, close }: Delimiter,
  startLine: number,
  endLine: number,
): Found | null {
  let lastLine = startLine
  let text = lineAt(state, startLine).slice(open.length)
  while (!text.endsWith(close) && lastLine + 1 < Math.min(endLine, startLine + LONGEST_BLOCK)) {
    lastLine += 1
    if (state.isEmpty(lastLine) || (state.sCount[lastLine] ?? 0) < state.blkIndent) return null
    text += `\n${lineAt(state, lastLine)}`
  }
  const closed = text.endsWith(close)
  if (!closed && lastLine + 1 < endLine) return null
  return { tex: (closed ? text.slice(0, -close.length) : text).trim(), closed, lastLine }
}

/**
 * A formula on lines of its own. It ends before a blank line at the latest: whatever stands before one is then
 * decided, however the text goes on (split-blocks.ts rests on that). While the text still grows, a formula
 * without its end is `pending`, so that half of it is not read as emphasis and lists.
 */
function blockFormula(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const first = lineAt(state, startLine)
  const delimiter = DELIMITERS.find(({ open, display }) => display && first.startsWith(open))
  const found = delimiter && readBlock(state, delimiter, startLine, endLine)
  if (!found || found.tex.includes(delimiter.close)) return false
  if (found.closed ? found.tex === '' : state.env.streaming !== true) return false
  if (silent) return true

  const token = state.push(found.closed ? 'formula_block' : 'formula_pending', '', 0)
  token.content = found.tex
  token.meta = { display: true }
  token.map = [startLine, found.lastLine + 1]
  state.line = found.lastLine + 1
  return true
}

/** `$...$`, `\(...\)`, `$$...$$` and `\[...\]`, within lines and on lines of their own. */
export function mathRule(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'formula', inlineFormula)
  parser.block.ruler.before('fence', 'formula_block', blockFormula, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
}
