import katex from 'katex'
import 'katex/dist/katex.min.css'

/** Characters; a longer formula stays source text. */
const LONGEST = 2_000

/** The text comes from a model, so: no commands that link or load, no endless macros, no rule as wide as a street. */
export function typeset(tex: string, display: boolean): string | null {
  if (tex.length > LONGEST) return null
  try {
    return katex.renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 300,
      maxSize: 30,
    })
  } catch {
    return null
  }
}
