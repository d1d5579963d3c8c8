/** `[words](https://exam`: an address that is still on its way. */
const OPEN_LINK = /\[([^[\]]*)\]\([^()\s]*$/

/**
 * The last block of a text that still grows, with what its last line has opened closed again: the words after
 * `**` are bold from the first one on, and no half link or lone mark flickers by. Blocks of code stay as they are.
 */
export function closeOpenMarks(source: string): string {
  if (/^[ \t>\d.*+-]*(?:```|~~~)/m.test(source) || /^(?: {4}|\t)/.test(source)) return source
  const start = source.lastIndexOf('\n') + 1
  return source.slice(0, start) + closeLine(source.slice(start))
}

function closeLine(line: string): string {
  const prose = line.replace(/`[^`]*`/g, '')
  if (prose.includes('`')) return close(line, '`')
  const text = line.replace(OPEN_LINK, '$1')
  const marks = prose.match(/\*\*/g)?.length ?? 0
  return marks % 2 === 1 ? close(text, '**') : text
}

function close(line: string, mark: string): string {
  const words = line.trimEnd()
  if (words.endsWith(mark)) return words.slice(0, -mark.length)
  // Half of the closing mark is there already.
  const half = mark.length > 1 && words.endsWith(mark[0]!)
  return words + (half ? mark.slice(1) : mark)
}
