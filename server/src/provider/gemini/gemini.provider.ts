import { Injectable } from '@nestjs/common'
import { ModelProvider, type AnswerRequest, type Hear } from '../model-provider.js'
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
  answer(request: AnswerRequest, signal: AbortSignal, hear: Hear): Promise<void> {
    return readAnswer(GEMINI, request, signal, hear)
  }

  override async prepare(): Promise<void> {
    await loadGemini()
  }
}
