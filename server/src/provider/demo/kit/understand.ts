import type { ChatMessage } from '../../../domain/conversation/chat-history.js'
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
  /** For a follow-up: the earlier prompt that it goes back to. */
  refersTo?: string
  /** The prompt, and all that a follow-up goes back to: "and in Go?" alone has no task in it. */
  topic: string
  /** The last message as it is; all else here is read from the ends of a long one. */
  whole: string
  /** The system prompt. */
  instructions?: string
}

const FOLLOW_UP =
  /^\W*(?:and\b|but\b|so\b|also\b|why\W*$|how so|how\W*$|what about|how about|more\b|tell me more|go on|continue|again|now\b|in (?:go|python|javascript|typescript|chinese|english)\b|shorter|longer|simpler|explain (?:that|it|this)|can you (?:explain|do|make|write) (?:that|it|this)|那|还有|再|继续|更|换|为什么[?？呢]*$|怎么会|它|这个|具体|详细|用.{1,12}(?:呢|再|说|写))/i

export function understand(
  messages: readonly ChatMessage[],
  systemPrompt: string | undefined,
): Understanding {
  const said = messages.filter((message) => message.role === 'user').map(({ text }) => text.trim())
  const asked = said.map(ends)
  const prompt = asked.at(-1) ?? ''
  const earlier = asked.slice(0, -1)
  const thread = threadOf(prompt, earlier)
  const refersTo = thread.length > 1 ? thread.at(-1) : undefined
  const topic = thread.join('\n')
  const instructions = systemPrompt?.trim() || undefined
  const language = answerLanguage(prompt, instructions)
  const kind = refersTo ? kindInContext(prompt, refersTo) : questionKind(prompt)
  const pair = comparedPair(topic)
  const about = termsOf(topic, prompt, language)
  return {
    prompt,
    language,
    kind: pair && VAGUE.has(kind) ? 'compare' : kind,
    terms: about,
    subject: tellingTerm(about),
    pair,
    count: requestedCount(prompt),
    codeLanguage: codeLanguage(prompt) ?? codeLanguage(topic),
    earlier,
    refersTo,
    topic,
    whole: said.at(-1) ?? '',
    instructions,
  }
}

const READ_FROM_START = 3000
const READ_FROM_END = 1000

/** A long message asks at its start or at its end; what lies between is material. */
const ends = (text: string): string =>
  text.length <= READ_FROM_START + READ_FROM_END
    ? text
    : `${text.slice(0, READ_FROM_START)}\n${text.slice(-READ_FROM_END)}`

/** Kinds that give way where two things are plainly compared. */
const VAGUE: ReadonlySet<QuestionKind> = new Set(['list', 'what', 'statement'])

const isFollowUp = (prompt: string) => words(prompt).length <= 12 && FOLLOW_UP.test(prompt)

/** The prompt and, as long as each is a follow-up, the one before it; newest first. */
function threadOf(prompt: string, earlier: readonly string[]): string[] {
  const thread = [prompt]
  for (const previous of [...earlier].reverse()) {
    if (!isFollowUp(thread.at(-1) ?? '')) break
    thread.push(previous)
  }
  return thread
}

const answerLanguage = (prompt: string, instructions = ''): Language =>
  requestedLanguage(prompt) ?? requestedLanguage(instructions) ?? detectLanguage(prompt)

function termsOf(topic: string, prompt: string, language: Language): [string, ...string[]] {
  const [first, ...rest] = terms(topic)
  if (first !== undefined) return [first, ...rest]
  return [
    plain(prompt, 30).replace(/[?？!！.。]+$/, '') ||
      (language === 'zh' ? '这个问题' : 'this question'),
  ]
}

/** "Tell me more" wants what the prompt before it wanted. */
function kindInContext(prompt: string, previous: string): QuestionKind {
  const own = questionKind(prompt)
  return own === 'statement' || own === 'what' ? questionKind(previous) : own
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
