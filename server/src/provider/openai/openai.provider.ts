import { Injectable } from '@nestjs/common'
import type { AnswerEvent } from '../../domain/conversation/answer-event.js'
import { ModelProvider, type AnswerRequest } from '../model-provider.js'
import { readAnswer } from '../upstream/read-answer.js'
import { loadOpenai, openaiStream } from './client.js'
import { openaiFault } from './error.js'
import { openaiParameters } from './request.js'
import { openaiDelta } from './stream.js'

const OPENAI = {
  parameters: openaiParameters,
  open: openaiStream,
  delta: openaiDelta,
  fault: openaiFault,
}

/** Chat completions, at OpenAI or at any server that speaks them. */
@Injectable()
export class OpenaiProvider extends ModelProvider {
  stream(request: AnswerRequest, signal: AbortSignal): AsyncIterable<AnswerEvent> {
    return readAnswer(OPENAI, request, signal)
  }

  override async prepare(): Promise<void> {
    await loadOpenai()
  }
}
