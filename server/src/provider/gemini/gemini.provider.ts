import { Injectable } from '@nestjs/common'
import type { AnswerEvent } from '../../domain/conversation/answer-event.js'
import { ModelProvider, type AnswerRequest } from '../model-provider.js'
import { readAnswer } from '../upstream/read-answer.js'
import { loadGemini, geminiStream } from './client.js'
import { geminiFault } from './error.js'
import { geminiParameters } from './request.js'
import { geminiDelta } from './stream.js'

const GEMINI = {
  parameters: geminiParameters,
  open: geminiStream,
  delta: geminiDelta,
  fault: geminiFault,
}

/** The Gemini API, `streamGenerateContent`. */
@Injectable()
export class GeminiProvider extends ModelProvider {
  stream(request: AnswerRequest, signal: AbortSignal): AsyncIterable<AnswerEvent> {
    return readAnswer(GEMINI, request, signal)
  }

  override async prepare(): Promise<void> {
    await loadGemini()
  }
}
