import { readPixels } from '../../../images/pixels.js'
import type { AnswerRequest } from '../../model-provider.js'
import { lookAt, type Look } from './look.js'

/** So many pixels a side are enough for shares of colour to within a percent or so. */
const SAMPLE_SIDE = 96

const ABOUT_PICTURES =
  /\b(?:pictures?|images?|photos?|colou?rs?|bright|dark|sizes?|pixels?|wide|tall|shown?|see)\b|图|照片|颜色|色|亮|暗|尺寸|大小|像素|看/i

/** The pictures that the last message shows, or goes back to. */
export function pictureIds({ messages }: AnswerRequest): readonly string[] {
  const asked = messages.filter(({ role }) => role === 'user')
  const last = asked.at(-1)
  if (last?.imageIds || !ABOUT_PICTURES.test(last?.text ?? '')) return last?.imageIds ?? []
  return asked.findLast(({ imageIds }) => imageIds)?.imageIds ?? []
}

export async function looksOf(request: AnswerRequest): Promise<Look[]> {
  const images = pictureIds(request).flatMap((id) => request.images?.get(id) ?? [])
  return Promise.all(
    images.map(async ({ data, width, height }) =>
      lookAt(await readPixels(data, SAMPLE_SIDE), width, height),
    ),
  )
}
