import { LABELS, type Label } from '#shared/vocabulary'
import type { BattleText } from './battle-text.js'
import { isCode } from './code.js'
import { isCreative } from './creative.js'
import { isInstructions } from './instructions.js'
import { isMath } from './math.js'
import { tokensOf, wordsOf } from '#shared/text-size'

/** Grows with every change of a rule or of the detection of languages: stored labels tell by which they were given. */
export const RULES_VERSION = 1

/** Tokens of all prompts together, as Chatbot Arena draws the line of its "longer query". */
const LONG_TOKENS = 500
/** Words of all prompts together, below which a battle is short. */
const SHORT_WORDS = 5

/** One rule a label. They need no model, so that anybody can follow them; each is explained on the board. */
const RULES: Record<Label, (battle: BattleText) => boolean> = {
  code: ({ prompts }) => isCode(prompts),
  math: ({ prompts }) => isMath(prompts),
  long_prompt: ({ prompts }) => tokensOf(prompts.join('\n')) >= LONG_TOKENS,
  multi_turn: ({ prompts }) => prompts.length > 1,
  creative: ({ prompts }) => isCreative(prompts),
  instructions: ({ prompts }) => isInstructions(prompts),
  vision: ({ pictures }) => pictures > 0,
  short: ({ prompts, pictures }) => pictures === 0 && wordsOf(prompts.join('\n')) < SHORT_WORDS,
}

/** The labels of a battle, in the order of `LABELS`. */
export const labelsOf = (battle: BattleText): Label[] =>
  LABELS.filter((label) => RULES[label](battle))
