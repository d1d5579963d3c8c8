import { readFile, stat } from 'node:fs/promises'
import { Checker, CheckerDown, type Submission } from './checker.js'
import { WordMatcher } from './word-matcher.js'
import { parseWordList } from './word-list.js'

/** Lists of words; pictures it cannot judge. */
export class WordChecker extends Checker {
  private loaded: { savedAt: number; matcher: WordMatcher } | undefined

  constructor(private readonly file: string | undefined) {
    super()
  }

  async refuses({ text }: Submission): Promise<boolean> {
    return (await this.matcher()).finds(text)
  }

  /** Reads the operator's file again where it was saved since. */
  private async matcher(): Promise<WordMatcher> {
    const savedAt = this.file === undefined ? 0 : await this.fromFile(savedTime)
    if (this.loaded?.savedAt === savedAt) return this.loaded.matcher
    const text = this.file === undefined ? '' : await this.fromFile(read)
    const matcher = new WordMatcher(parseWordList(text))
    this.loaded = { savedAt, matcher }
    return matcher
  }

  private async fromFile<T>(take: (file: string) => Promise<T>): Promise<T> {
    try {
      return await take(this.file!)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw new CheckerDown(`MODERATION_WORDS_FILE cannot be read (${code})`)
    }
  }
}

const savedTime = async (file: string): Promise<number> => (await stat(file)).mtimeMs
const read = (file: string): Promise<string> => readFile(file, 'utf8')
