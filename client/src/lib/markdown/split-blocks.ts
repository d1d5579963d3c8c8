import type { Token } from 'markdown-it'
import { parser } from './parser.js'
import type { RenderEnv } from './render-env.js'

export interface Block {
  source: string
  /** Where it begins in the text. */
  start: number
  /** Nothing that is yet to come can change what stands before it. */
  settles: boolean
}

/** Offsets of all lines, the end of the text included. */
function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/**
 * The top-level blocks of a text, by the block rules alone (cheap: nothing inside a line is looked at). Link
 * definitions belong to no block; they are left in `env.references`.
 *
 * A block settles what is before it when a blank line separates them and its own first line is complete: no
 * paragraph, definition, table or formula reaches over a blank line, and whether a list or a quote goes on is
 * decided by the line after.
 */
export function splitBlocks(text: string, env: RenderEnv): Block[] {
  const lines = lineStarts(text)
  const offset = (line: number) => lines[line] ?? text.length
  const isBlank = (line: number) => text.slice(offset(line), offset(line + 1)).trim() === ''
  const tokens: Token[] = []
  parser.block.parse(text, parser, env, tokens)
  return tokens
    .filter((token) => token.level === 0 && token.nesting !== -1 && token.map && !token.hidden)
    .map(({ map }) => {
      const [first, end] = map!
      return {
        source: text.slice(offset(first), offset(end)),
        start: offset(first),
        settles: first > 0 && isBlank(first - 1) && first + 1 < lines.length,
      }
    })
}
