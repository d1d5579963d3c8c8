import { IMAGES_PER_CONVERSATION } from '#shared/limits'
import { AppError } from '../app-error.js'

/** @throws AppError when a conversation that shows `shown` pictures cannot show `added` more */
export function checkImages(shown: number, added: number): void {
  if (shown + added <= IMAGES_PER_CONVERSATION) return
  throw new AppError(
    'image_limit',
    `A conversation shows at most ${IMAGES_PER_CONVERSATION} pictures. Start a new one to show more.`,
  )
}

/**
 * All models of a conversation with a picture must see, or none is asked. Of a battle the words say
 * no more than that: which of the two cannot see would be a clue.
 * @throws AppError `no_vision`
 */
export function checkVision(
  models: readonly { name: string; vision: boolean }[],
  named: boolean,
): void {
  const blind = models.filter((model) => !model.vision).map(({ name }) => name)
  if (blind.length === 0) return
  throw new AppError(
    'no_vision',
    named
      ? `${[...new Set(blind)].join(', ')} cannot see pictures. Choose another model, or send it without the picture.`
      : 'This battle was drawn for text, and its models may not see pictures. Send it without the picture, or start a new round with it.',
  )
}
