import createParser, { type MarkdownIt } from 'markdown-it'
import { codeRules } from './code-rules.js'
import { formulaRules } from './formula-rules.js'
import { linkRules } from './link-rules.js'
import { mathRule } from './math-rule.js'
import type { RenderEnv } from './render-env.js'

function headingRules(parser: MarkdownIt): void {
  const shifted = (tag: string, env: unknown) =>
    `h${Math.min(6, Number(tag.slice(1)) + (env as RenderEnv).headingShift)}`
  parser.renderer.rules.heading_open = (tokens, at, _, env) => `<${shifted(tokens[at]!.tag, env)}>`
  parser.renderer.rules.heading_close = (tokens, at, _, env) =>
    `</${shifted(tokens[at]!.tag, env)}>\n`
}

function tableRules(parser: MarkdownIt): void {
  const align = (style: unknown) => /text-align:(left|center|right)/.exec(String(style))?.[1]
  for (const tag of ['th', 'td']) {
    parser.renderer.rules[`${tag}_open`] = (tokens, at) => {
      const side = align(tokens[at]!.attrGet('style'))
      return side ? `<${tag} class="md-${side}">` : `<${tag}>`
    }
  }
  parser.renderer.rules.table_open = () => '<div class="md-table" tabindex="0"><table>\n'
  parser.renderer.rules.table_close = () => '</table></div>\n'
}

/** Raw HTML stays text, but for the one tag that models write to break a line inside a table. */
function lineBreakRule(parser: MarkdownIt): void {
  parser.inline.ruler.before('html_inline', 'br', (state, silent) => {
    const found = /^<br\s*\/?>/i.exec(state.src.slice(state.pos, state.pos + 8))
    if (!found) return false
    if (!silent) state.push('hardbreak', 'br', 0)
    state.pos += found[0].length
    return true
  })
}

export const parser: MarkdownIt = createParser({ html: false, linkify: true, breaks: true })
parser.linkify?.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
for (const rules of [
  mathRule,
  formulaRules,
  codeRules,
  linkRules,
  headingRules,
  tableRules,
  lineBreakRule,
]) {
  parser.use(rules)
}
