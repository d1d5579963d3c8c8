import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TEXT_PAGES, type TextPage } from '#shared/protocol/pages'
import { LANGUAGE_TAG } from './language-tag.js'
import type { Finding } from './startup-error.js'

/** A file of the operator's; without a language it is for every reader. */
export interface OwnPage {
  page: TextPage
  language?: string
  markdown: string
  path: string
}

export type ReadPages =
  { ok: true; pages: OwnPage[]; warnings: Finding[] } | { ok: false; faults: Finding[] }

const FILE = new RegExp(`^([a-z]+)(?:\\.(${LANGUAGE_TAG}))?\\.md$`)
/** Every reader gets the whole of it. */
const MAX_BYTES = 200_000

/** Reads `PAGES_DIR`; every file that cannot be taken is told. */
export async function readPages(folder: string | undefined): Promise<ReadPages> {
  if (folder === undefined) return { ok: true, pages: [], warnings: [] }
  let names: string[]
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return fault(folder, `PAGES_DIR: this folder cannot be read (${code ?? 'unknown error'})`)
  }
  const faults: Finding[] = []
  const warnings: Finding[] = []
  const pages: OwnPage[] = []
  for (const name of names) {
    const path = join(folder, name)
    const [, page, language] = FILE.exec(name) ?? []
    if (!isTextPage(page)) {
      warnings.push({ path, message: `not used: expected one of ${TEXT_PAGES.join(', ')}` })
      continue
    }
    const markdown = await readMarkdown(path)
    if (typeof markdown === 'string')
      pages.push({ page, path, markdown, ...(language && { language }) })
    else faults.push({ path, message: markdown.message })
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, pages, warnings }
}

const isTextPage = (name: string | undefined): name is TextPage =>
  TEXT_PAGES.some((page) => page === name)

async function readMarkdown(path: string): Promise<string | { message: string }> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > MAX_BYTES) return { message: `expected at most ${MAX_BYTES} bytes` }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? { message: 'this file is empty' } : text
  } catch (error) {
    if (error instanceof TypeError) return { message: 'expected text in UTF-8' }
    const { code } = error as NodeJS.ErrnoException
    return { message: `this file cannot be read (${code ?? 'unknown error'})` }
  }
}

const fault = (path: string, message: string): ReadPages => ({
  ok: false,
  faults: [{ path, message }],
})
