import { Injectable } from '@nestjs/common'
import type { AnswerEvent } from '../../domain/conversation/answer-event.js'
import { ModelProvider, type AnswerRequest } from '../model-provider.js'
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
  stream(request: AnswerRequest, signal: AbortSignal): AsyncIterable<AnswerEvent> {
    return readAnswer(ANTHROPIC, request, signal)
  }

  override async prepare(): Promise<void> {
    await loadAnthropic()
  }
}
