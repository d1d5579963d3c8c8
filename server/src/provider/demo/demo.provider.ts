import { Injectable } from '@nestjs/common'
import { AnswerFailure } from '../../domain/conversation/answer-event.js'
import { Clock } from '../../domain/ports.js'
import { ModelProvider, type AnswerRequest, type Hear } from '../model-provider.js'
import { countWords, excerpt } from './kit/excerpt.js'
import { find } from './findings/find.js'
import { pictureFinding } from './findings/picture.js'
import { understand } from './kit/understand.js'
import { Voice } from './kit/voice.js'
import type { Persona } from './personas/persona.js'
import { PERSONAS } from './personas/personas.js'
import { play, type Performance } from './play.js'
import type { Look } from './sight/look.js'
import { looksOf, pictureIds } from './sight/looks.js'

/** Offline models, so that the arena can be tried without any key. They say so when asked. */
@Injectable()
export class DemoProvider extends ModelProvider {
  constructor(private readonly clock: Clock) {
    super()
  }

  async answer(request: AnswerRequest, signal: AbortSignal, hear: Hear): Promise<void> {
    const { modelName } = request.endpoint
    const persona = PERSONAS.get(modelName)
    if (!persona) {
      throw new AnswerFailure('model_misconfigured', { cause: `no persona "${modelName}"` })
    }
    const looks = pictureIds(request).length > 0 ? await looksOf(request) : []
    await play(this.performance(persona, request, looks), this.clock, signal, hear)
  }

  private performance(
    persona: Persona,
    { endpoint, messages, parameters, systemPrompt, seed }: AnswerRequest,
    [look, ...more]: readonly Look[],
  ): Performance {
    const said = messages.map(({ role, text }) => `${role}:${text}`).join('\n')
    const voice = new Voice(`${seed}\n${endpoint.modelName}\n${said}`, parameters.temperature === 0)
    const read = messages.map((message) => ({ ...message, text: excerpt(message.text) }))
    const understanding = understand(read, systemPrompt && excerpt(systemPrompt))
    const finding = look
      ? pictureFinding([look, ...more], understanding.language)
      : find(understanding, voice)
    return {
      draft: persona.compose({ understanding, finding, voice }),
      pace: persona.pace,
      voice,
      inputTokens: [systemPrompt ?? '', ...messages.map(({ text }) => text)]
        .map(countWords)
        .reduce((sum, count) => sum + count, 0),
      maxTokens: parameters.maxTokens ?? Number.POSITIVE_INFINITY,
    }
  }
}
