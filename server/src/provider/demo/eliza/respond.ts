import type { Bilingual, Language } from '../kit/language.js'
import { plain, sentenceCase } from '../kit/quote.js'
import type { Understanding } from '../kit/understand.js'
import type { Voice } from '../kit/voice.js'
import { CHINESE_AFTER, CHINESE_MEMORY, CHINESE_OTHERWISE, CHINESE_RULES } from './chinese.js'
import { ENGLISH_AFTER, ENGLISH_MEMORY, ENGLISH_OTHERWISE } from './english-otherwise.js'
import { ENGLISH_RULES } from './english.js'
import { reflect } from './reflect.js'
import type { Rule } from './rule.js'

interface Script {
  rules: readonly Rule[]
  otherwise: [string, ...string[]]
  memory: [string, ...string[]]
  after: [string, ...string[]]
  /** A statement about oneself, worth coming back to. */
  personal: RegExp
}

const SCRIPTS: Bilingual<Script> = {
  en: {
    rules: ENGLISH_RULES,
    otherwise: ENGLISH_OTHERWISE,
    memory: ENGLISH_MEMORY,
    after: ENGLISH_AFTER,
    personal: /\b(?:i|my|i['’]m|i['’]ve)\b[^.?!\n]*/i,
  },
  zh: {
    rules: CHINESE_RULES,
    otherwise: CHINESE_OTHERWISE,
    memory: CHINESE_MEMORY,
    after: CHINESE_AFTER,
    personal: /我[^。？！\n]*/,
  },
}

// A statement about oneself outranks what came before; below this the memory may speak up.
const PERSONAL_RANK = 6

/** Weizenbaum's trick: a keyword takes the sentence apart, and its pieces come back as a question. */
export function respond(understanding: Understanding, voice: Voice): string {
  const { prompt, language, earlier } = understanding
  const script = SCRIPTS[language]
  const found = strongest(script.rules, prompt.slice(0, 2000))
  const memory = remembered(earlier, script, language)
  const question = found
    ? assemble(voice.pick(found.rule.replies), found.groups, language)
    : voice.pick(script.otherwise).replace('{term}', () => plain(understanding.subject, 50))
  const parts = [question]
  if (memory && (found?.rule.rank ?? 0) < PERSONAL_RANK)
    parts.push(voice.pick(script.memory).replace('{memory}', () => memory))
  else parts.push(voice.pick(script.after))
  return parts.join(language === 'zh' ? '' : ' ')
}

function strongest(rules: readonly Rule[], text: string) {
  let best: { rule: Rule; groups: string[] } | undefined
  for (const rule of rules) {
    const match = rule.match.exec(text)
    if (match && rule.rank > (best?.rule.rank ?? 0)) best = { rule, groups: match.slice(1) }
  }
  return best
}

function assemble(reply: string, groups: readonly string[], language: Language): string {
  const filled = reply.replace(/\{(\d)\}/g, (_, index: string) =>
    plain(reflect((groups[Number(index) - 1] ?? '').trim(), language), 80).replace(
      /[吗呢吧啊]$/,
      '',
    ),
  )
  return sentenceCase(filled)
}

/** The last thing that the user said of themselves before this turn, seen from the other side. */
function remembered(
  earlier: readonly string[],
  script: Script,
  language: Language,
): string | undefined {
  for (const text of [...earlier].reverse()) {
    const said = script.personal.exec(text.slice(0, 500))?.[0]
    if (said) return plain(reflect(said.trim(), language), 70)
  }
  const last = earlier.at(-1)
  return last && plain(reflect(last, language), 70)
}
