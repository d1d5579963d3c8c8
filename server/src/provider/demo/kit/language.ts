export type Language = 'en' | 'zh'

/** One thing said in both languages. */
export type Bilingual<T = string> = Record<Language, T>

const QUOTED = /"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|```[\s\S]*?```/g

/**
 * The language to answer in: Chinese where Han characters outnumber Latin words. Quoted text and
 * code do not count, so that "how do I say “早上好”?" stays an English question.
 */
export function detectLanguage(text: string): Language {
  const own = text.replace(QUOTED, ' ')
  const judged = /[\p{L}\p{N}]/u.test(own) ? own : text
  const han = judged.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = judged.match(/[\p{Script=Latin}]+/gu)?.length ?? 0
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(judged)
  return han > latin && !kana ? 'zh' : 'en'
}

const WANTS: Bilingual<RegExp> = {
  en: /\b(?:answer|reply|respond|write|speak|say it|again|now|please)\b[^.]{0,40}\bin english\b|用英[文语](?:回答|回复|再|说|写)/i,
  zh: /\b(?:answer|reply|respond|write|speak|say it|again|now|please)\b[^.]{0,40}\bin (?:chinese|mandarin)\b|用(?:中文|汉语|普通话)(?:回答|回复|再|说|写)?/i,
}

/** A language that the text asks for in so many words. */
export function requestedLanguage(text: string): Language | undefined {
  if (WANTS.zh.test(text)) return 'zh'
  return WANTS.en.test(text) ? 'en' : undefined
}
