import type { Label, Language } from '#shared/vocabulary'
import { RULES_VERSION, labelsOf } from '../../domain/labels/label-rules.js'
import { languageOf } from '../../domain/labels/prompt-language.js'
import { styleOf, type AnswerStyle } from '../../domain/rating/style/answer-style.js'
import type { ImportedVote } from '../../domain/voting/imported-vote.js'
import type { BattleRow } from '../../storage/database/board-tables.js'

/** By our rules where the words are there, else as the file says. */
export function labelled(
  { text, language, labels, style }: ImportedVote,
  detect: Parameters<typeof languageOf>[1],
): Pick<BattleRow, 'language' | 'labels' | 'rulesVersion' | 'styleA' | 'styleB'> {
  const found: Label[] = text ? labelsOf(text) : (labels ?? [])
  const spoken: Language = text
    ? languageOf(text.prompts[0] ?? '', detect)
    : (language ?? 'unknown')
  const [a, b]: [AnswerStyle?, AnswerStyle?] =
    style ?? (text ? [styleOf(text.answers.a.join('\n')), styleOf(text.answers.b.join('\n'))] : [])
  return {
    language: spoken === 'unknown' ? (language ?? 'unknown') : spoken,
    labels: JSON.stringify(found),
    rulesVersion: RULES_VERSION,
    styleA: a ? JSON.stringify(a) : null,
    styleB: b ? JSON.stringify(b) : null,
  }
}
