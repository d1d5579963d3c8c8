import type { MarkdownIt, Token } from 'markdown-it'
import type { RenderEnv } from './render-env.js'

/** Only what leads away on purpose: a relative address would be a page of ours under a model's words. */
export const SAFE_URL = /^(?:https?:\/\/|mailto:)/i

const attribute = (token: Token | undefined, name: string): string =>
  String(token?.attrGet(name) ?? '')

/** Links open elsewhere and vouch for nothing; a picture in an answer is a link too, so that nothing is ever fetched. */
export function linkRules(parser: MarkdownIt): void {
  const { escapeHtml } = parser.utils
  const open = (href: string, more = '') =>
    `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow"${more}>`

  parser.validateLink = (url) => SAFE_URL.test(url)
  parser.renderer.rules.link_open = (tokens, at) => {
    const title = attribute(tokens[at], 'title')
    return open(attribute(tokens[at], 'href'), title ? ` title="${escapeHtml(title)}"` : '')
  }
  parser.renderer.rules.image = (tokens, at, options, env, renderer) => {
    const src = attribute(tokens[at], 'src')
    const alt = renderer.renderInlineAsText(tokens[at]?.children ?? [], options, env)
    return `${open(src)}${escapeHtml((env as RenderEnv).words.image(alt || src))}</a>`
  }
}
