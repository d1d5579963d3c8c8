import { LANGUAGES, type Language } from '#shared/vocabulary'
import { withoutCode } from './code.js'
import { wordsOf } from '#shared/text-size'

/** Tells the language of letters, as ISO 639-1, or an empty text where it is not sure. */
export type DetectLanguage = (text: string) => string

/** Fewer words of letters are in no language for certain. */
const FEW_WORDS = 3
/** Enough of a prompt to know its language, in code units. */
const LOOKED_AT = 2000
/** A script that writes one language, or nearly so, from this share of the letters on. */
const MOST = 0.3

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The language of a prompt: by its script where that tells, else by `detect`. Code is in no language. */
export function languageOf(prompt: string, detect: DetectLanguage): Language {
  const text = withoutCode(prompt.slice(0, LOOKED_AT))
  const byScript = scriptLanguage(text)
  if (byScript) return byScript
  if (wordsOf(text) < FEW_WORDS) return 'unknown'
  const found = detect(text)
  return LANGUAGES.find((language) => language === found) ?? 'unknown'
}

/** Kana are Japanese, Hangul is Korean; Han characters without kana are Chinese. */
function scriptLanguage(text: string): Language | undefined {
  const letters = count(text, /\p{L}/gu)
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(text, /\p{Script=Hangul}/gu)
  const han = count(text, /\p{Script=Han}/gu)
  if (letters === 0) return undefined
  if (hangul / letters >= MOST) return 'ko'
  if ((kana + han) / letters < MOST) return undefined
  // Japanese is rarely without kana for long; a name or two in a Chinese sentence are.
  return kana / (kana + han) > 0.1 ? 'ja' : 'zh'
}
