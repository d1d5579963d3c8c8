/** Words of the operator's own. */
export interface WordList {
  refused: readonly string[]
  allowed: ReadonlySet<string>
}

/** One word a line; `!` before one allows it, `#` begins a remark. */
export function parseWordList(text: string): WordList {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim().toLowerCase())
    .filter(Boolean)
  const isAllowed = (line: string): boolean => line.startsWith('!')
  return {
    refused: lines.filter((line) => !isAllowed(line)),
    allowed: new Set(lines.filter(isAllowed).map((line) => line.slice(1).trim())),
  }
}
