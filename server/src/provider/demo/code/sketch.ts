import type { CodeLanguage } from '../kit/code-language.js'
import type { Bilingual, Language } from '../kit/language.js'
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
  const parts = latinWords(understanding).slice(0, 3)
  const parameters = parametersOf(understanding.topic)
  const draw = { python, javascript, typescript, go }[language]
  return { language, source: draw(parts, parameters, notes(understanding, understanding.language)) }
}

interface Notes {
  goal: string
  steps: string[]
  open: string
}

function notes({ prompt, terms }: Understanding, language: Language): Notes {
  const { goal, steps, open } = NOTES[language]
  const [first = '', main = '', last = ''] = steps
  const matter = terms.slice(0, 3).join(language === 'zh' ? '、' : ', ')
  const detail = language === 'zh' ? `${main}：${matter}` : `${main}: ${matter}`
  return { goal: `${goal}: ${plain(prompt, 70)}`, steps: [first, detail, last], open }
}

/** Identifiers are Latin, so a Chinese prompt without Latin words gets a neutral name. */
function latinWords({ terms }: Understanding): string[] {
  const skip =
    /^(?:python|javascript|typescript|golang|go|java|rust|code|function|program|script)$/i
  const found = terms
    .flatMap((term) => term.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [])
    .filter((word) => !skip.test(word))
    .map((word) => word.toLowerCase())
  return found.length > 0 ? found : ['solve', 'task']
}

/** "takes a width and a height" names two parameters. */
function parametersOf(text: string): string[] {
  const found =
    /\b(?:takes?|given|accepts?|with parameters?|arguments?)\s+((?:an?\s+|two\s+|the\s+|some\s+)*[a-z]+(?:(?:,|\s+and)\s+(?:an?\s+|the\s+)?[a-z]+)*)/i.exec(
      text,
    )?.[1]
  const names = (found ?? '')
    .split(/,|\band\b/i)
    .map((part) => part.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '')
    .filter((name) => /^[a-z]{1,20}$/.test(name) && !RESERVED.has(name))
  return names.length > 0 ? names : ['data']
}

const RESERVED = new Set(
  'in of for if else def func function class return import from as is not with type'.split(' '),
)

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
