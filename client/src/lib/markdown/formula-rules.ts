import type { MarkdownIt, RendererRule } from 'markdown-it'
import { engines } from './engines.js'
import type { RenderEnv } from './render-env.js'

/** A formula that cannot be set, or not yet, is shown as what the model wrote. */
export function formulaRules(parser: MarkdownIt): void {
  const { escapeHtml } = parser.utils

  const formula: RendererRule = (tokens, at, _options, env) => {
    const { content, meta } = tokens[at]!
    const display = (meta as { display: boolean }).display
    if (!engines.formula) (env as RenderEnv).missing.add('formula')
    return engines.formula?.(content, display) ?? `<code>${escapeHtml(content)}</code>`
  }

  parser.renderer.rules.formula = formula
  parser.renderer.rules.formula_block = (...rule) =>
    `<div class="md-formula" tabindex="0">${formula(...rule)}</div>\n`
  parser.renderer.rules.formula_pending = (tokens, at) =>
    `<div class="md-formula md-pending" tabindex="0"><code>${escapeHtml(tokens[at]!.content)}</code></div>\n`
}
