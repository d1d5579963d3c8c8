import type { ChatMessage } from '../../model-provider.js'
import { codeLanguage, type CodeLanguage } from './code-language.js'
import { comparedPair } from './compared-pair.js'
import { detectLanguage, requestedLanguage, type Language } from './language.js'
import { plain } from './quote.js'
import { questionKind, type QuestionKind } from './question-kind.js'
import { terms } from './terms.js'
import { words } from './words.js'

/** What a demo model makes of a conversation before it answers. */
export interface Understanding {
  prompt: string
  language: Language
  kind: QuestionKind
  /** Phrases of the prompt, in its own order; never empty. */
  terms: [string, ...string[]]
  /** The phrase that names the matter best. */
  subject: string
  pair?: [string, string]
  /** How many things were asked for: "five ideas". */
  count?: number
  codeLanguage?: CodeLanguage
  /** The user's earlier prompts, oldest first. */
  earlier: string[]
  followUp: boolean
  /** The prompt and, for a follow-up, what it follows: "and in Go?" alone has no task in it. */
  topic: string
  /** The system prompt. */
  instructions?: string
}

const FOLLOW_UP =
  /^\W*(?:and\b|but\b|so\b|also\b|why\W*$|how so|how\W*$|what about|how about|more\b|tell me more|go on|continue|again|now\b|in (?:go|python|javascript|typescript|chinese|english)\b|shorter|longer|simpler|explain (?:that|it|this)|can you (?:explain|do|make|write) (?:that|it|this)|那|还有|再|继续|更|换|为什么[?？呢]*$|怎么会|它|这个|具体|详细|用.{1,12}(?:呢|再|说|写))/i

export function understand(
  messages: readonly ChatMessage[],
  systemPrompt: string | undefined,
): Understanding {
  const asked = messages.filter((message) => message.role === 'user').map(({ text }) => text.trim())
  const prompt = asked.at(-1) ?? ''
  const earlier = asked.slice(0, -1)
  const previous = earlier.at(-1)
  const followUp = previous !== undefined && words(prompt).length <= 12 && FOLLOW_UP.test(prompt)
  const topic = followUp ? `${prompt}\n${previous}` : prompt
  const instructions = systemPrompt?.trim() || undefined
  const language =
    requestedLanguage(prompt) ?? requestedLanguage(instructions ?? '') ?? detectLanguage(prompt)
  const own = terms(topic)
  const about =
    own.length > 0 ? own : [plain(prompt, 30) || (language === 'zh' ? '这个问题' : 'this')]
  const kind = questionKind(prompt)
  return {
    prompt,
    language,
    kind: followUp && (kind === 'statement' || kind === 'what') ? questionKind(previous) : kind,
    terms: about as [string, ...string[]],
    subject: tellingTerm(about),
    pair: comparedPair(topic),
    count: requestedCount(prompt),
    codeLanguage: codeLanguage(prompt) ?? codeLanguage(topic),
    earlier,
    followUp,
    topic,
    instructions,
  }
}

/** The longest of the first phrases: in "bake a sourdough bread" it is the bread. */
const tellingTerm = (all: readonly string[]): string =>
  all.slice(0, 4).reduce((best, term) => (term.length > best.length ? term : best), '')

const NUMBER_WORDS = 'one two three four five six seven eight nine ten'.split(' ')
const CHINESE_NUMBERS = '一二三四五六七八九十'

function requestedCount(prompt: string): number | undefined {
  const found =
    /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+){0,2}(?:ideas?|examples?|tips|ways|things|reasons|facts|names|books|steps|points|sentences|words|bullets)\b/i.exec(
      prompt,
    )?.[1] ?? /(\d{1,2}|[一二两三四五六七八九十])\s*(?:个|条|种|点|句|本)/.exec(prompt)?.[1]
  if (found === undefined) return undefined
  const word = NUMBER_WORDS.indexOf(found.toLowerCase()) + 1
  const han = CHINESE_NUMBERS.indexOf(found.replace('两', '二')) + 1
  return word || han || Number(found) || undefined
}
