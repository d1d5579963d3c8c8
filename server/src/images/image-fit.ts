import type { ApiType } from '#shared/vocabulary'

export interface ImageFit {
  /** Longest side in pixels; what is larger is made smaller. */
  side: number
  /** Pictures of one request. */
  most: number
}

/**
 * What each API makes use of; more costs time and nothing else.
 * - OpenAI fits pictures into 2048 x 2048: https://platform.openai.com/docs/guides/images-vision
 * - Anthropic makes the long edge 1568, takes up to 20 of more than 2000:
 *   https://platform.claude.com/docs/en/build-with-claude/vision
 * - Gemini cuts into tiles of 768, at most 3072: https://ai.google.dev/gemini-api/docs/image-understanding
 *   (2048 is what we keep)
 * - Mistral makes the long edge 1540 and takes 8 a request:
 *   https://docs.mistral.ai/capabilities/vision
 */
export const IMAGE_FITS: Record<ApiType, ImageFit> = {
  openai: { side: 2048, most: 20 },
  anthropic_message: { side: 1568, most: 20 },
  gemini: { side: 2048, most: 20 },
  mistral: { side: 1540, most: 8 },
  demo: { side: 2048, most: 20 },
}
