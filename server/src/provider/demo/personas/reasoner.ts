import type { Finding } from '../findings/finding.js'
import { enumerate, quote } from '../kit/quote.js'
import type { Understanding } from '../kit/understand.js'
import { acknowledgement, fenced, joined, matters, paragraphs, recall } from './parts.js'
import type { Persona } from './persona.js'

/** Thinks aloud first: restates, weighs the tempting answer, checks; then answers in few words. */
export const reasoner: Persona = {
  pace: { firstMs: 700, piecesPerSecond: 70 },
  compose({ understanding, finding, voice }) {
    const { language } = understanding
    const thought = language === 'zh' ? thinkChinese : thinkEnglish
    const answer =
      finding.verse?.join('\n\n') ?? joined(language, finding.gist, ...support(finding))
    return {
      reasoning: thought(understanding, finding).filter(Boolean).join('\n'),
      text: paragraphs(
        recall(understanding, voice) + answer,
        finding.snippet && fenced(finding.snippet),
        acknowledgement(understanding),
      ),
    }
  },
}

/** What is added to the answer itself: the check, a fact, or the first two steps of a plan. */
function support({ known, solution, points, because }: Finding): string[] {
  if (solution) return [because]
  return points.slice(0, known ? 1 : 2)
}

function thinkEnglish(understanding: Understanding, finding: Finding): string[] {
  const { prompt, kind, earlier, refersTo, instructions } = understanding
  const previous = earlier.at(-1)
  const { solution, myth, known, points } = finding
  return [
    `The question is ${quote(prompt, 'en', 140)}.`,
    `It is of the kind "${kind}" and turns on ${enumerate(matters(understanding, finding), 'en')}.`,
    previous
      ? `Before that came ${quote(previous, 'en', 80)}${refersTo ? ', and this goes on from there' : ''}.`
      : '',
    instructions ? `There are instructions as well: ${quote(instructions, 'en', 80)}.` : '',
    ...(solution?.steps.map(({ note, latex }) => `- ${note.en}: $${latex}$`) ?? []),
    solution ? `Check: ${solution.check.en}` : '',
    known
      ? ''
      : 'My table has no facts on this. Option one: guess, and risk being wrong. Option two: say so and offer a way to proceed. The second is honest.',
    known && !solution ? `Candidate: ${finding.gist}` : '',
    myth ? `A mistake to avoid: ${myth}` : '',
    known && !solution && points[1] ? `It agrees with this: ${points[1]}` : '',
    'So the answer can be brief.',
  ]
}

function thinkChinese(understanding: Understanding, finding: Finding): string[] {
  const { prompt, earlier, refersTo, instructions } = understanding
  const previous = earlier.at(-1)
  const { solution, myth, known, points } = finding
  return [
    `问题是${quote(prompt, 'zh', 100)}。`,
    `关键在于${enumerate(matters(understanding, finding), 'zh')}。`,
    previous ? `之前问过${quote(previous, 'zh', 60)}${refersTo ? '，这次是接着问' : ''}。` : '',
    instructions ? `还有设定：${quote(instructions, 'zh', 60)}。` : '',
    ...(solution?.steps.map(({ note, latex }) => `- ${note.zh}：$${latex}$`) ?? []),
    solution ? `核对：${solution.check.zh}` : '',
    known
      ? ''
      : '知识表里没有相关事实。一种选择是猜，可能出错；另一种是如实说明并给出思路。后者更诚实。',
    known && !solution ? `候选答案：${finding.gist}` : '',
    myth ? `要避免的误解：${myth}` : '',
    known && !solution && points[1] ? `与此相符：${points[1]}` : '',
    '可以简短作答了。',
  ]
}
