import type { Language } from '../kit/language.js'
import { sentenceCase } from '../kit/quote.js'
import { solve } from '../math/solve.js'
import type { Finder } from './finding.js'

/** Whatever can be computed. */
export const mathematics: Finder = ({ prompt, topic, kind, language }) => {
  const solution = solve(prompt) ?? (topic === prompt ? undefined : solve(topic))
  if (!solution || kind === 'code' || kind === 'summarise') return undefined
  const { question, answer } = solution
  return {
    known: true,
    title: question,
    gist: solution.statement[language],
    because: solution.check[language],
    points: solution.steps.map(({ note, latex }) => noted(note[language], latex, language)),
    table: {
      head: language === 'zh' ? ['项目', '值'] : ['Item', 'Value'],
      rows:
        language === 'zh'
          ? [
              ['题目', question],
              ['结果', answer],
            ]
          : [
              ['Problem', question],
              ['Result', answer],
            ],
    },
    solution,
  }
}

const noted = (note: string, latex: string, language: Language) =>
  `${sentenceCase(note)}${language === 'zh' ? '：' : ': '}$${latex}$`
