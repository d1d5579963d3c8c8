import type { Env } from 'markdown-it'
import type { EngineName } from './engines.js'
import type { MarkdownWords } from './words.js'

/** What the rules of one rendering share. */
export interface RenderEnv extends Env {
  words: MarkdownWords
  /** How far down the text's own headings go: below those of what it stands in. */
  headingShift: number
  /** The text is still growing. */
  streaming: boolean
  /** Link definitions, found anywhere in the text. */
  references: NonNullable<Env['references']>
  /** Engines that this text would have used, had they been loaded. */
  missing: Set<EngineName>
}
