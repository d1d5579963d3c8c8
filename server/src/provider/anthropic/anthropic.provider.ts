import { Injectable } from '@nestjs/common'
import { ModelProvider, type AnswerRequest, type Hear } from '../model-provider.js'
import { readAnswer } from '../upstream/read-answer.js'
import { loadAnthropic, anthropicStream } from './client.js'
import { anthropicFault } from './error.js'
import { anthropicParameters } from './request.js'
import { anthropicDelta } from './stream.js'

const ANTHROPIC = {
  parameters: anthropicParameters,
  open: anthropicStream,
  delta: anthropicDelta,
  fault: anthropicFault,
}

/** The Messages API. */
@Injectable()
export class AnthropicProvider extends ModelProvider {
  answer(request: AnswerRequest, signal: AbortSignal, hear: Hear): Promise<void> {
    return readAnswer(ANTHROPIC, request, signal, hear)
  }

  override async prepare(): Promise<void> {
    await loadAnthropic()
  }
}
