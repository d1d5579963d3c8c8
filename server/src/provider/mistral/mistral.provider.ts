import { Injectable } from '@nestjs/common'
import { ModelProvider, type AnswerRequest, type Hear } from '../model-provider.js'
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
  answer(request: AnswerRequest, signal: AbortSignal, hear: Hear): Promise<void> {
    return readAnswer(MISTRAL, request, signal, hear)
  }

  override async prepare(): Promise<void> {
    await loadMistral()
  }
}
