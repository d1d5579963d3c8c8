import type { Finding } from '../findings/finding.js'
import type { Bilingual, Language } from '../kit/language.js'
import { plain, sentenceCase } from '../kit/quote.js'
import type { Solution } from '../math/solution.js'
import { formalise } from './formalise.js'
import { acknowledgement, bullets, fenced, paragraphs, recall } from './parts.js'
import type { Draft, Persona } from './persona.js'

interface Phrases {
  given: [string, ...string[]]
  derivation: string
  result: string
  check: string
  letters: string
  formula: string
  remark: string
}

const PHRASES: Bilingual<Phrases> = {
  en: {
    given: ['Given', 'We are asked for', 'Consider'],
    derivation: '**Derivation.**',
    result: '**Result.**',
    check: '**Check.**',
    letters: '**Notation.**',
    formula: '**Formally.**',
    remark: '**Remark.**',
  },
  zh: {
    given: ['已知', '要求的是', '考虑'],
    derivation: '**推导。**',
    result: '**结果。**',
    check: '**验算。**',
    letters: '**记号。**',
    formula: '**形式化。**',
    remark: '**注。**',
  },
}

/** Works out what can be worked out, and puts the rest into a formula over the prompt's terms. */
export const mathematician: Persona = {
  pace: { firstMs: 550, piecesPerSecond: 65 },
  compose(briefing) {
    const { understanding, finding, voice } = briefing
    const { language } = understanding
    const opening = recall(understanding, voice)
    const body = finding.solution
      ? derivation(finding.solution, language, opening + voice.pick(PHRASES[language].given))
      : statement(finding, briefing.understanding, opening)
    return { text: paragraphs(body.text, acknowledgement(understanding)) }
  },
}

function derivation(solution: Solution, language: Language, opening: string): Draft {
  const phrases = PHRASES[language]
  const colon = language === 'zh' ? '：' : ':'
  return {
    text: paragraphs(
      `${opening} $${solution.questionLatex}$${language === 'zh' ? '。' : '.'}`,
      solution.steps.length > 0 ? phrases.derivation : undefined,
      ...solution.steps.map(
        ({ note, latex }) => `${sentenceCase(note[language])}${colon}\n\n$$${latex}$$`,
      ),
      `${phrases.result} $${solution.answerLatex}$`,
      `${phrases.check} ${solution.check[language]}`,
    ),
  }
}

function statement(
  finding: Finding,
  understanding: Parameters<typeof formalise>[0],
  opening: string,
): Draft {
  const phrases = PHRASES[understanding.language]
  const { letters, formula, reading } = formalise(understanding, finding)
  const sketch = finding.formula ? undefined : `${phrases.letters}\n\n${bullets(letters)}`
  return {
    text: paragraphs(
      `${opening}**${plain(finding.title, 80)}${understanding.language === 'zh' ? '。' : '.'}** ${finding.gist}`,
      sketch,
      `${phrases.formula}\n\n$$${formula}$$`,
      finding.cost && `$$T(n) = ${finding.cost}$$`,
      finding.snippet && fenced(finding.snippet),
      `${phrases.remark} ${finding.formula ? finding.because : reading}`,
    ),
  }
}
