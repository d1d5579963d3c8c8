import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { codePoints } from '#shared/limits'
import type { SuggestionCategory } from '#shared/protocol/model'
import { scanJson } from './json-scanner.js'
import { LANGUAGE_TAG } from './language-tag.js'
import type { Finding } from './startup-error.js'

export type ReadSuggestions =
  | { ok: true; suggestions: SuggestionCategory[] | undefined; warnings: Finding[] }
  | { ok: false; faults: Finding[] }

const CATEGORIES = 12
const PROMPTS = 12
const NAME_LENGTH = 40
const PROMPT_LENGTH = 2_000

const LANGUAGE = new RegExp(`^${LANGUAGE_TAG}$`)

const text = (longest: number) => {
  const error = `expected a text of 1 to ${longest} characters`
  return z
    .string({ error })
    .trim()
    .refine((value) => value !== '' && codePoints(value) <= longest, { error })
}

/** One text for everybody, or one a language. */
const words = (longest: number) => {
  const error = 'expected a text, or an object with a text a language, such as {"en": "…"}'
  const byLanguage = z
    .record(z.string().regex(LANGUAGE), text(longest), {
      error: ({ code }) =>
        code === 'invalid_key' ? 'expected a language, such as en or zh-CN' : error,
    })
    .refine((given) => Object.keys(given).length > 0, { error })
  // Not a union: that would tell what is wrong with both forms at once.
  return z.unknown().transform((given, context): string | Record<string, string> => {
    const read =
      typeof given === 'object' ? byLanguage.safeParse(given) : text(longest).safeParse(given)
    if (read.success) return read.data
    for (const { path, message } of read.error.issues)
      context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })
}

const listOf = <T extends z.ZodType>(item: T, from: number, to: number, what: string) => {
  const error = `expected a list of ${from} to ${to} ${what}`
  return z.array(item, { error }).min(from, { error }).max(to, { error })
}

const Suggestions = listOf(
  z.strictObject(
    { name: words(NAME_LENGTH), prompts: listOf(words(PROMPT_LENGTH), 1, PROMPTS, 'prompts') },
    {
      error: ({ code }) =>
        code === 'unrecognized_keys'
          ? 'expected name and prompts, nothing else'
          : 'expected an object with name and prompts',
    },
  ),
  0,
  CATEGORIES,
  'categories',
)

/** Reads `SUGGESTIONS_FILE`; one fault refuses the whole file, and all of them are told, path by path. */
export async function readSuggestions(file: string | undefined): Promise<ReadSuggestions> {
  if (file === undefined) return { ok: true, suggestions: undefined, warnings: [] }
  const within = ({ path, message }: Finding): Finding => ({
    path: path === '' ? file : `${file}: ${path}`,
    message,
  })
  let json: string
  try {
    json = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const message = `SUGGESTIONS_FILE: this file cannot be read (${code ?? 'unknown error'})`
    return { ok: false, faults: [{ path: file, message }] }
  }
  const { fault, duplicates } = scanJson(json)
  if (fault) return { ok: false, faults: [within(fault)] }
  const read = Suggestions.safeParse(JSON.parse(json))
  if (read.success) return { ok: true, suggestions: read.data, warnings: duplicates.map(within) }
  return {
    ok: false,
    faults: read.error.issues.map(({ path, message }) => within({ path: pathOf(path), message })),
  }
}

/** `[0].prompts[2].en` */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) =>
      typeof part === 'number' ? `[${part}]` : at === 0 ? String(part) : `.${String(part)}`,
    )
    .join('')
