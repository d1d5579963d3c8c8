import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../client/src/i18n/index.js'
import type { Language } from '../../../../client/src/i18n/language.js'
import { en } from '../../../../client/src/i18n/locales/en.js'
import { ERROR_CODES } from '../../../../shared/error-codes.js'

type Words = { [key: string]: string | readonly string[] | Words }

/** Every leaf with its path: `vote.choice.a`. */
function leaves(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') return [[here, value]]
    if (Array.isArray(value))
      return value.length === 0 ? [[here, '-']] : value.map((text) => [here, text])
    return leaves(value as Words, here)
  })
}

const wordsIn = async ({ words, pages, admin }: Language) =>
  leaves({ ...(await words()), ...(await pages()), admin: await admin() } as Words)

const english = await wordsIn(LANGUAGES.en!)
const keys = new Set(english.map(([key]) => key))
const areas = [...Object.keys(en), 'admin']

const files = import.meta.glob<string>('../../../../client/src/**/*.{ts,vue}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sources = Object.entries(files)
  .filter(([path]) => !path.includes('/i18n/'))
  .map(([path, text]) => ({ path: path.replace(/^.*client\/src\//, ''), text }))

const area = `(?:${areas.join('|')})`
const QUOTED = new RegExp(`'(${area}(?:\\.[\\w-]+)+)'`, 'g')
const BUILT = new RegExp(`\`(${area}\\.(?:[\\w.-]|\\$\\{[^}]*\\})*)\``, 'g')

const named = sources.flatMap(({ path, text }) =>
  [...text.matchAll(QUOTED)].map((match) => ({ path, key: match[1]! })),
)

/** A key that is put together, as a pattern: what is filled in stands for one part of the path or more. */
const built = sources.flatMap(({ path, text }) =>
  [...text.matchAll(BUILT)].map((match) => ({
    path,
    key: match[1]!,
    pattern: new RegExp(
      `^${match[1]!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+')}$`,
    ),
  })),
)

/** What a template says without asking for it: bare text, and the attributes that are read out or shown. */
function wordsOf(template: string): string[] {
  const tag = /<(?:"[^"]*"|'[^']*'|[^>"'])*>/g
  const spoken = [
    ...template.matchAll(/\s(?:aria-label|title|alt|placeholder|label|text)="([^"]*)"/g),
  ]
  const bare = template.replace(/<!--[^]*?-->|\{\{[^]*?\}\}/g, ' ').replace(tag, ' ')
  return [...spoken.map((match) => match[1]!), bare].flatMap(
    (text) => text.match(/[A-Za-z]{2,}/g) ?? [],
  )
}

describe('the words of the pages', () => {
  it('are asked for by keys that exist', () => {
    const known = (key: string) =>
      keys.has(key) || [...keys].some((each) => each.startsWith(`${key}.`))
    expect(named.filter(({ key }) => !known(key))).toEqual([])
    expect(built.filter(({ pattern }) => ![...keys].some((key) => pattern.test(key)))).toEqual([])
  })

  it('that come with a page are asked for by such pages alone', async () => {
    const later = [...Object.keys(await LANGUAGES.en!.pages()), 'admin']
    const asked = [...named, ...built].filter(({ key }) => later.includes(key.split('.')[0]!))
    const worded =
      /^(?:components\/(?:leaderboard|admin|about)\/|views\/(?:Leaderboard|Admin|About|Me))/
    expect(asked.length).toBeGreaterThan(300)
    expect(
      [...new Set(asked.map(({ path }) => path))].filter((path) => !worded.test(path)),
    ).toEqual([])
  })

  it('are all used', () => {
    const used = new Set(named.map(({ key }) => key))
    const unused = [...keys].filter(
      (key) => !used.has(key) && !built.some(({ pattern }) => pattern.test(key)),
    )
    expect(unused).toEqual([])
  })

  it('stand nowhere else: no template holds a sentence of its own', () => {
    const found = sources.flatMap(({ path, text }) =>
      wordsOf(/^<template>([^]*)^<\/template>/m.exec(text)?.[1] ?? '').map(
        (word) => `${path}: ${word}`,
      ),
    )
    expect(found).toEqual([])
    expect(wordsOf('<p :title="a > b" class="x">{{ t("a") }}</p>')).toEqual([])
    expect(wordsOf('<p title="Say">Hi <b>you</b></p>')).toEqual(['Say', 'Hi', 'you'])
  })

  it.each(Object.keys(LANGUAGES))(
    'have a sentence for every error in %s, which says more than its code',
    async (tag) => {
      const { errors } = await LANGUAGES[tag]!.words()
      for (const code of ERROR_CODES) {
        expect(errors[code].length).toBeGreaterThan(tag === 'en' ? 20 : 5)
      }
    },
  )
})

describe.each(Object.entries(LANGUAGES).filter(([tag]) => tag !== 'en'))(
  'the words in %s',
  (_, language) => {
    it('are as many, and fill in the same', async () => {
      const translated = await wordsIn(language)
      expect([...new Set(translated.map(([key]) => key))].sort()).toEqual([...keys].sort())
      const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
      const other = new Map(translated)
      for (const [key, text] of english)
        expect([key, holes(other.get(key)!)]).toEqual([key, holes(text)])
    })

    it('are none of them left in English', async () => {
      const original = new Map(english)
      const names = ['', 'Ringside', 'CSV', 'Top P', 'Node', 'Postgres']
      const letters = (text: string) => text.replace(/\{\w+\}|[^A-Za-z ]/g, '').trim()
      const left = (await wordsIn(language)).filter(
        ([key, text]) => original.get(key) === text && !names.includes(letters(text)),
      )
      expect(left).toEqual([])
    })
  },
)

it('a Chinese sentence for an error is Chinese', async () => {
  const { errors } = await LANGUAGES['zh-CN']!.words()
  for (const code of ERROR_CODES) {
    expect(errors[code]).toMatch(/[一-鿿]/)
  }
})
