import { Injectable } from '@nestjs/common'
import { ModelProvider, type AnswerRequest, type Hear } from '../model-provider.js'
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
  answer(request: AnswerRequest, signal: AbortSignal, hear: Hear): Promise<void> {
    return readAnswer(OPENAI, request, signal, hear)
  }

  override async prepare(): Promise<void> {
    await loadOpenai()
  }
}
