import { Injectable } from '@nestjs/common'
import type { AnswerEvent } from '../../domain/conversation/answer-event.js'
import { ModelProvider, type AnswerRequest } from '../model-provider.js'
import { readAnswer } from '../upstream/read-answer.js'
import { loadMistral, mistralStream } from './client.js'
import { mistralFault } from './error.js'
import { mistralParameters } from './request.js'
import { mistralDelta } from './stream.js'

const MISTRAL = {
  parameters: mistralParameters,
  open: mistralStream,
  delta: mistralDelta,
  fault: mistralFault,
}

/** Mistral's chat completions. */
@Injectable()
export class MistralProvider extends ModelProvider {
  stream(request: AnswerRequest, signal: AbortSignal): AsyncIterable<AnswerEvent> {
    return readAnswer(MISTRAL, request, signal)
  }

  override async prepare(): Promise<void> {
    await loadMistral()
  }
}
