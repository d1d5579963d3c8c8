import hljs from 'highlight.js/lib/common'

/** Characters; beyond it colours cost more than they help. */
const LONGEST = 60_000

export function highlight(code: string, language: string): string | null {
  if (code.length > LONGEST || !hljs.getLanguage(language)) return null
  return hljs.highlight(code, { language, ignoreIllegals: true }).value
}
