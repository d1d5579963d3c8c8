import type { Bilingual } from '../kit/language.js'
import { plain } from '../kit/quote.js'
import { notesAsCode } from './notes-as-code.js'
import { acknowledgement, fenced, paragraphs, recall } from './parts.js'
import type { Persona } from './persona.js'

interface Phrases {
  program: [string, ...string[]]
  notes: [string, ...string[]]
  cost: string
}

const PHRASES: Bilingual<Phrases> = {
  en: {
    program: ['{}:', '{}, ready to run:', '{}, as a program:'],
    notes: ['{}, written down as something you can run:', '{} as data and a few lines of code:'],
    cost: 'Running time: ${}$. ',
  },
  zh: {
    program: ['{}：', '{}，可以直接运行：', '下面是{}：'],
    notes: ['把“{}”写成可以运行的代码：', '{}，用数据加几行代码表示：'],
    cost: '时间复杂度：${}$。',
  },
}

/** Code first, whatever was asked; prose only around it. */
export const coder: Persona = {
  pace: { firstMs: 450, piecesPerSecond: 75 },
  compose({ understanding, finding, voice }) {
    const phrases = PHRASES[understanding.language]
    const opening = voice.pick(finding.snippet ? phrases.program : phrases.notes)
    const cost = finding.cost ? phrases.cost.replace('{}', () => finding.cost ?? '') : ''
    return {
      text: paragraphs(
        recall(understanding, voice) + opening.replace('{}', () => plain(finding.title, 70)),
        fenced(finding.snippet ?? notesAsCode(finding)),
        cost + finding.because,
        acknowledgement(understanding),
      ),
    }
  },
}
