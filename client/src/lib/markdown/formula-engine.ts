import katex from 'katex'
import 'katex/dist/katex.min.css'

/** Characters; a longer formula stays source text. */
const LONGEST = 2_000

/** The text comes from a model, so: no commands that link or load, no endless macros, no rule as wide as a street. */
export function typeset(tex: string, display: boolean): string | null {
  if (tex.length > LONGEST) return null
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 300,
      maxSize: 30,
    })
    // A strict policy forbids style attributes in markup, so they travel under another name (see sanitize.ts).
    // In KaTeX's markup a quote is never text: that one is written `&quot;`.
    return html.replaceAll(' style="', ' data-css="')
  } catch {
    return null
  }
}
