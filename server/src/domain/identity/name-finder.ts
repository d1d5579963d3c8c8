import type { NameKind } from './frame.js'
import {
  AMBIGUOUS_NAMES,
  CHINESE_MAKERS,
  CHINESE_MODELS,
  MAKER_NAMES,
  MODEL_NAMES,
} from './known-names.js'

/** A model of the arena, as far as it can name itself. */
export interface NamedModel {
  name: string
  modelName: string
  aliases: readonly string[]
  organization?: string
}

export interface FoundName {
  kinds: ReadonlySet<NameKind>
  start: number
  end: number
}

/** Names begin and end where no letter or digit of an alphabet goes on; Chinese has no such bounds. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\d]`
/** What may follow a name as its version: `-4o`, ` 3.5`, `2.5-72B-Instruct`. */
const VERSION = String.raw`(?:[-\s]?v?\d[\w.-]{0,24}(?<![.\-]))?`
const SHORTEST_FAMILY = 3
/** First words of model names that are nobody's name. */
const GENERIC = new Set(
  'the our your new old chat text code base local large small mini fast slow best test demo model models name public default assistant instruct open free pro smart llm bot'.split(
    ' ',
  ),
)

/** Finds the names of known models, of their makers and of the models of this arena in a text. */
export class NameFinder {
  private readonly kinds = new Map<string, Set<NameKind>>()
  private readonly cased = new Set<string>(AMBIGUOUS_NAMES)
  private readonly names: RegExp

  constructor(models: readonly NamedModel[]) {
    for (const name of AMBIGUOUS_NAMES) this.add(name, 'model')
    for (const name of [...MODEL_NAMES, ...CHINESE_MODELS]) this.add(name, 'model')
    for (const name of [...MAKER_NAMES, ...CHINESE_MAKERS]) this.add(name, 'maker')
    for (const model of models) this.addModel(model)
    this.names = new RegExp(this.source(), 'giu')
  }

  *find(text: string): Generator<FoundName> {
    for (const match of text.matchAll(this.names)) {
      const said = match[1] ?? match[2] ?? ''
      const kinds = this.kinds.get(said.toLowerCase())
      if (!kinds || (this.mustBeCased(said) && !/^\p{Lu}/u.test(said))) continue
      yield { kinds, start: match.index, end: match.index + match[0].length }
    }
  }

  private addModel({ name, modelName, aliases, organization }: NamedModel): void {
    for (const each of [name, modelName, ...aliases]) {
      this.add(each, 'model')
      const family = familyOf(each)
      if (family) this.add(family, 'model')
    }
    if (organization) this.add(organization, 'maker')
  }

  private add(name: string, kind: NameKind): void {
    const key = bare(name).trim().toLowerCase()
    if (key.length < 2) return
    const kinds = this.kinds.get(key) ?? new Set()
    this.kinds.set(key, kinds.add(kind))
  }

  private mustBeCased(said: string): boolean {
    return [...this.cased].some((name) => name.toLowerCase() === said.toLowerCase())
  }

  private source(): string {
    const names = [...this.kinds.keys()].sort((a, b) => b.length - a.length)
    const chinese = (name: string) => /[\p{Script=Han}\p{Script=Katakana}]/u.test(name)
    const choice = (list: readonly string[]) => list.map(escape).join('|')
    const bounded = choice(names.filter((name) => !chinese(name)))
    const unbounded = choice(names.filter(chinese))
    return `(?<!${LETTER})(${bounded})${VERSION}(?!${LETTER})|(${unbounded})`
  }
}

/** Without the marks of Markdown, which may stand inside a name too. */
export const bare = (text: string): string =>
  text
    .replaceAll(/[*_`~]/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/[‐‑]/gu, '-')

/** `meta-llama/Llama-3.1-8B` is of the family `llama`. */
export function familyOf(name: string): string | undefined {
  const family = /^\p{L}+/u.exec(name.split('/').at(-1) ?? '')?.[0].toLowerCase()
  if (!family || family.length < SHORTEST_FAMILY || GENERIC.has(family)) return undefined
  return family
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
