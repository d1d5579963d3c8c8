import type { Bilingual } from '../kit/language.js'
import { plain } from '../kit/quote.js'
import { acknowledgement, paragraphs, recall } from './parts.js'
import type { Persona } from './persona.js'

const SHORT: Bilingual<[string, ...string[]]> = {
  en: ['{}', 'In short: {}', 'Briefly: {}'],
  zh: ['{}', '简单说：{}', '一句话：{}'],
}

// The line that a program is called by.
const HEAD = /^(?:async )?(?:def|function|func|SELECT)\b/

/** One or two sentences, nothing else. */
export const terse: Persona = {
  pace: { firstMs: 250, piecesPerSecond: 90 },
  compose({ understanding, finding, voice }) {
    const { language } = understanding
    if (finding.verse) return { text: finding.verse.join('\n') }
    const head = finding.snippet?.source.split('\n').find((line) => HEAD.test(line))
    const where = language === 'zh' ? '起手式：' : ' Start from '
    const code = head ? `${where}\`${head.replace('{', '').trim()}\`` : ''
    const gist = voice.pick(SHORT[language]).replace('{}', () => plainOrMath(finding.gist))
    return {
      text: paragraphs(recall(understanding, voice) + gist + code, acknowledgement(understanding)),
    }
  },
}

const plainOrMath = (text: string) => (text.includes('^') ? text : plain(text, 400))
