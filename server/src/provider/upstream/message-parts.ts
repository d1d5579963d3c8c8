import type { ChatMessage } from '../../domain/conversation/chat-history.js'
import type { AnswerRequest } from '../model-provider.js'
import type { WireImage } from '../request-images.js'

interface MessageParts {
  text: string
  images: WireImage[]
}

/** What a message says and shows. A picture that cannot go along is told of, so that no model guesses at it. */
export function messageParts(
  { text, imageIds = [] }: ChatMessage,
  { images: loaded }: AnswerRequest,
): MessageParts {
  const images = imageIds.flatMap((id) => loaded?.get(id) ?? [])
  const left = imageIds.length - images.length
  return { images, text: left === 0 ? text : `${text}\n\n[${left} earlier picture(s) left out]` }
}

export const base64Of = ({ data }: WireImage): string => data.toString('base64')

export const dataUrl = (image: WireImage): string =>
  `data:${image.mediaType};base64,${base64Of(image)}`
