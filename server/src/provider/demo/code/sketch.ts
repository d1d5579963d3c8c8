import type { CodeLanguage } from '../kit/code-language.js'
import type { Bilingual } from '../kit/language.js'
import { plain } from '../kit/quote.js'
import type { Understanding } from '../kit/understand.js'
import type { Snippet } from './library.js'

const NOTES: Bilingual<{ goal: string; steps: string[]; open: string }> = {
  en: {
    goal: 'Goal',
    steps: ['check the input', 'the main step', 'return the result'],
    open: 'to be filled in',
  },
  zh: { goal: '目标', steps: ['检查输入', '核心步骤', '返回结果'], open: '此处待补充' },
}

/** A commented outline whose names come from the prompt, for a task that the library does not have. */
export function sketch(understanding: Understanding): Snippet {
  const wanted = understanding.codeLanguage ?? 'python'
  const language: CodeLanguage = wanted === 'sql' ? 'python' : wanted
  const parts = nameParts(understanding)
  const parameters = parametersOf(understanding.topic)
  const draw = { python, javascript, typescript, go }[language]
  return { language, source: draw(parts, parameters, notes(understanding)) }
}

interface Notes {
  goal: string
  steps: string[]
  open: string
}

function notes(understanding: Understanding): Notes {
  const { prompt, language } = understanding
  const { goal, steps, open } = NOTES[language]
  const [first = '', main = '', last = ''] = steps
  const matter = plain(matterOf(understanding), 50)
  const detail = language === 'zh' ? `${main}：${matter}` : `${main}: ${matter}`
  return { goal: `${goal}: ${plain(prompt, 70)}`, steps: [first, detail, last], open }
}

const OF_CODING =
  /\b(?:python|javascript|typescript|golang|go|java|rust|sql|code|function|program|script|class|method|takes)\b|函数|代码|程序|脚本/gi

/** What the program is about: the longest phrase that is not about programming itself. */
export function matterOf({ terms, subject }: Understanding): string {
  const own = terms.map((term) => term.replace(OF_CODING, ' ').replace(/\s+/g, ' ').trim())
  return own.reduce((best, term) => (term.length > best.length ? term : best), '') || subject
}

/** Identifiers are Latin, so a matter without Latin words gets a neutral name. */
function nameParts(understanding: Understanding): string[] {
  const found = matterOf(understanding).match(/[A-Za-z][A-Za-z0-9]*/g) ?? []
  return found.length > 0 ? found.slice(0, 3).map((word) => word.toLowerCase()) : ['solve', 'task']
}

const ARTICLE = String.raw`(?:an?|the|two|some)\s+`
const LISTED = new RegExp(
  String.raw`\b(?:takes?|given|accepts?|arguments?|parameters?)\s+(${ARTICLE}[a-z]+(?:(?:,|\s+and)\s+${ARTICLE}[a-z]+)*)`,
  'i',
)
const RESERVED =
  /^(?:in|of|for|if|else|def|func|function|class|return|import|from|as|is|not|with|type)$/

/** "Takes a width and a height" names two parameters. */
function parametersOf(text: string): string[] {
  const names = (LISTED.exec(text)?.[1] ?? '')
    .split(/,|\band\b/i)
    .map((part) => part.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '')
    .filter((name) => /^[a-z]{1,20}$/.test(name) && !RESERVED.test(name))
  return names.length > 0 ? names : ['data']
}

const camel = (parts: string[]) =>
  parts.map((part, i) => (i === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('')

function python(parts: string[], parameters: string[], { goal, steps, open }: Notes): string {
  const [first, main, last] = steps
  return `def ${parts.join('_')}(${parameters.join(', ')}):
    """${goal}"""
    # 1. ${first}
    if ${parameters[0]} is None:
        raise ValueError("${parameters[0]}")
    # 2. ${main}
    result = ${parameters[0]}  # ${open}
    # 3. ${last}
    return result`
}

function javascript(parts: string[], parameters: string[], text: Notes): string {
  return script(`function ${camel(parts)}(${parameters.join(', ')}) {`, parameters, text)
}

function typescript(parts: string[], parameters: string[], text: Notes): string {
  const typed = parameters.map((name) => `${name}: unknown`).join(', ')
  return script(`function ${camel(parts)}(${typed}): unknown {`, parameters, text)
}

function script(head: string, [subject]: string[], { goal, steps, open }: Notes): string {
  const [first, main, last] = steps
  return `/** ${goal} */
${head}
  // 1. ${first}
  if (${subject} == null) throw new TypeError('${subject}')
  // 2. ${main}
  const result = ${subject} // ${open}
  // 3. ${last}
  return result
}`
}

function go(parts: string[], parameters: string[], { goal, steps, open }: Notes): string {
  const [first, main, last] = steps
  return `package main

import "errors"

// ${goal}
func ${camel(parts)}(${parameters.join(', ')} any) (any, error) {
	// 1. ${first}
	if ${parameters[0]} == nil {
		return nil, errors.New("${parameters[0]}")
	}
	// 2. ${main}
	result := ${parameters[0]} // ${open}
	// 3. ${last}
	return result, nil
}`
}
