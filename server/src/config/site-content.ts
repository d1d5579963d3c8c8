import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import type { SuggestionCategory } from '#shared/protocol/model'
import type { PageText, TextPage } from '#shared/protocol/pages'
import { FILE_LANGUAGES, type FileLanguage } from '#shared/vocabulary'
import { PRIVACY } from './default-privacy.js'
import { TERMS } from './default-terms.js'
import { ourLanguage } from './default-texts.js'
import { readPages, type OwnPage } from './read-pages.js'
import { readSuggestions } from './read-suggestions.js'
import { Settings } from './settings.js'
import { EXIT_CODES, StartupError, type Finding } from './startup-error.js'

/** What was read, not yet in use. */
interface Content {
  pages: readonly OwnPage[]
  /** Undefined: those that the page itself brings. */
  suggestions: SuggestionCategory[] | undefined
  warnings: readonly Finding[]
}
export type ReadContent = { ok: true; content: Content } | { ok: false; faults: Finding[] }

/** Letters of a version: 96 bits of a hash. */
const VERSION_LENGTH = 16

/** What the pages say in the operator's words, and in ours where there are none. */
@Injectable()
export class SiteContent {
  private content: Content = { pages: [], suggestions: undefined, warnings: [] }
  private hash = ''

  private constructor(private readonly settings: Settings) {}

  /** @throws StartupError with every fault of the files */
  static async open(settings: Settings): Promise<SiteContent> {
    const site = new SiteContent(settings)
    const read = await site.read()
    if (!read.ok) {
      throw new StartupError(
        'What the pages shall say cannot be used.',
        EXIT_CODES.configuration,
        read.faults,
      )
    }
    site.take(read.content)
    return site
  }

  /** Reads the files again, and changes nothing. */
  async read(): Promise<ReadContent> {
    const pages = await readPages(this.settings.pagesDir)
    const starters = await readSuggestions(this.settings.suggestionsFile)
    if (!pages.ok || !starters.ok) {
      const faults = [pages, starters].flatMap((read) => (read.ok ? [] : read.faults))
      return { ok: false, faults }
    }
    const warnings = [...pages.warnings, ...starters.warnings]
    return {
      ok: true,
      content: { pages: pages.pages, suggestions: starters.suggestions, warnings },
    }
  }

  take(content: Content): void {
    this.content = content
    this.hash = this.versionOf(content)
  }

  /** What is to be looked at for changes: the folder too, for a file that is new in it. */
  get files(): readonly string[] {
    const { pagesDir, suggestionsFile } = this.settings
    const pages = this.content.pages.map(({ path }) => path)
    return [pagesDir, suggestionsFile, ...pages].filter((file) => file !== undefined)
  }

  get suggestions(): SuggestionCategory[] | undefined {
    return this.content.suggestions
  }

  get warnings(): readonly Finding[] {
    return this.content.warnings
  }

  /** Another one as soon as the terms or the privacy notice say something else, in whichever language. */
  get version(): string {
    return this.hash
  }

  /** The operator's words are taken in any language before ours: they are what holds. */
  page(page: TextPage, language = 'en'): PageText {
    const own = this.own(page)
    const found =
      own.find((each) => each.language?.toLowerCase() === language.toLowerCase()) ??
      own.find((each) => each.language && primary(each.language) === primary(language)) ??
      own.find((each) => each.language === undefined) ??
      own.find((each) => each.language === 'en') ??
      own[0]
    if (found) {
      const { markdown } = found
      return { own: true, markdown, ...(found.language && { language: found.language }) }
    }
    const ours = ourLanguage(language)
    return { own: false, language: ours, ...this.ours(page, ours) }
  }

  private own(page: TextPage): OwnPage[] {
    return this.content.pages.filter((each) => each.page === page)
  }

  private ours(page: TextPage, language: FileLanguage): { markdown?: string } {
    if (page === 'about') return {}
    return {
      markdown: page === 'terms' ? TERMS[language] : PRIVACY[language](this.settings),
    }
  }

  private versionOf(content: Content): string {
    const texts = (['terms', 'privacy'] as const).flatMap((page) => {
      const own = content.pages.filter((each) => each.page === page)
      if (own.length > 0)
        return own.map(({ language = '', markdown }) => [page, language, markdown])
      return FILE_LANGUAGES.map((language) => [page, language, this.ours(page, language).markdown])
    })
    const digest = createHash('sha256').update(JSON.stringify(texts)).digest('base64url')
    return digest.slice(0, VERSION_LENGTH)
  }
}

const primary = (language: string): string => language.split('-')[0]!.toLowerCase()
