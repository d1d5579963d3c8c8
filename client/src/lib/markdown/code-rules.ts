import type { MarkdownIt } from 'markdown-it'
import { engines } from './engines.js'
import type { RenderEnv } from './render-env.js'

/** The language that a fence names: "```ts title=x" is `ts`. */
const languageOf = (info: string): string => (info.trim().split(/\s+/)[0] ?? '').slice(0, 32)

function colour(code: string, language: string, env: RenderEnv): string | null {
  if (language === '') return null
  if (engines.code) return engines.code(code, language)
  env.missing.add('code')
  return null
}

/** A block of code: its language, two buttons (UiMarkdown listens to them), and a box that scrolls by itself. */
export function codeRules(parser: MarkdownIt): void {
  const { escapeHtml } = parser.utils

  const figure = (code: string, language: string, env: RenderEnv): string => {
    const { words } = env
    const button = (action: string, label: string, state = '') =>
      `<button type="button" class="md-button md-${action}"${state}>${escapeHtml(label)}</button>`
    return [
      '<figure class="md-code"><figcaption>',
      `<span>${escapeHtml(language || words.code)}</span>`,
      button('wrap', words.wrap, ' aria-pressed="false"'),
      button('copy', words.copy),
      '</figcaption><pre tabindex="0"><code>',
      colour(code, language, env) ?? escapeHtml(code),
      '</code></pre></figure>\n',
    ].join('')
  }

  parser.renderer.rules.fence = (tokens, at, _options, env) => {
    const token = tokens[at]!
    return figure(token.content, languageOf(parser.utils.unescapeAll(token.info)), env as RenderEnv)
  }
  parser.renderer.rules.code_block = (tokens, at, _options, env) =>
    figure(tokens[at]!.content, '', env as RenderEnv)
}
