import type { Finding } from '../findings/finding.js'
import type { Bilingual } from '../kit/language.js'
import { quote } from '../kit/quote.js'
import { acknowledgement, fenced, joined, paragraphs, recall } from './parts.js'
import type { Persona } from './persona.js'

interface Phrases {
  turn: string
  known: [string, ...string[]]
  unknown: [string, ...string[]]
  solved: [string, ...string[]]
  verse: string
}

const PHRASES: Bilingual<Phrases> = {
  en: {
    turn: 'After {}, a new matter. ',
    known: [
      'One thing worth keeping in mind: {}',
      'And one detail that is often missed: {}',
      'It also helps to know this: {}',
    ],
    unknown: ['A first step might be this: {}', 'I would begin here: {}'],
    solved: ['The way there: {}.', 'Step by step: {}.'],
    verse: 'It is short on purpose: what it leaves out is yours.',
  },
  zh: {
    turn: '谈过{}，换一个话题。',
    known: ['有一点值得记住：{}', '还有一个常被忽略的细节：{}', '另外也可以知道：{}'],
    unknown: ['第一步可以是：{}', '我会从这里开始：{}'],
    solved: ['过程如下：{}。', '一步一步来：{}。'],
    verse: '有意写得短：没写出来的，留给你。',
  },
}

/** Plain prose of medium length, which takes its time. */
export const slow: Persona = {
  pace: { firstMs: 2600, piecesPerSecond: 12 },
  compose({ understanding, finding, voice }) {
    const { language, earlier, refersTo } = understanding
    const phrases = PHRASES[language]
    const previous = earlier.at(-1)
    const opening =
      previous && !refersTo
        ? phrases.turn.replace('{}', quote(previous, language, 40))
        : recall(understanding, voice)
    const prose = joined(language, finding.gist, finding.because)
    const detail = finding.solution
      ? finding.points.join(language === 'zh' ? '；' : '; ')
      : finding.points.find((point) => !prose.includes(point))
    const close = voice.pick(closing(finding, phrases))
    return {
      text: paragraphs(
        opening + (finding.verse?.join('\n\n') ?? prose),
        finding.snippet && fenced(finding.snippet),
        finding.verse ? phrases.verse : detail && close.replace('{}', () => detail),
        acknowledgement(understanding),
      ),
    }
  },
}

function closing({ solution, known }: Finding, phrases: Phrases): [string, ...string[]] {
  if (solution) return phrases.solved
  return known ? phrases.known : phrases.unknown
}
