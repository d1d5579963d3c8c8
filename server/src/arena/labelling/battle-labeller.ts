import { Injectable } from '@nestjs/common'
import type { Side } from '#shared/vocabulary'
import { RULES_VERSION, labelsOf } from '../../domain/labels/label-rules.js'
import { languageOf } from '../../domain/labels/prompt-language.js'
import { styleOf } from '../../domain/rating/style/answer-style.js'
import type { ConversationRecord } from '../../storage/conversations/conversation.repository.js'
import type { BattleRow } from '../../storage/database/board-tables.js'
import { LanguageDetector } from './language-detector.js'

export type FoundLabels = Pick<
  BattleRow,
  'language' | 'labels' | 'rulesVersion' | 'styleA' | 'styleB'
>

/** Labels, language and style of a battle, read from its words. */
@Injectable()
export class BattleLabeller {
  constructor(private readonly languages: LanguageDetector) {}

  /** @param judged the turn that was voted on; what came later is not looked at */
  async read({ turns, answers }: ConversationRecord, judged: number): Promise<FoundLabels> {
    const asked = turns.filter(({ turn }) => turn <= judged)
    const prompts = asked.map(({ text }) => text)
    const pictures = asked.reduce((sum, turn) => sum + picturesOf(turn.images), 0)
    const said = answers.filter(({ turn }) => turn <= judged)
    const by = (side: Side) => said.filter((answer) => answer.side === side).map(({ text }) => text)
    const labels = labelsOf({ prompts, pictures })
    return {
      language: languageOf(prompts[0] ?? '', await this.languages.load()),
      labels: JSON.stringify(labels),
      rulesVersion: RULES_VERSION,
      styleA: JSON.stringify(styleOf(by('a').join('\n'))),
      styleB: JSON.stringify(styleOf(by('b').join('\n'))),
    }
  }
}

const picturesOf = (images: string): number => (JSON.parse(images) as unknown[]).length
