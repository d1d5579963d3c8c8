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
 * @param earlier whether it showed pictures before: it was begun with models that could see
 * @throws AppError `no_vision`
 */
export function checkVision(
  models: readonly { name: string; vision: boolean }[],
  named: boolean,
  earlier: boolean,
): void {
  const blind = models.filter((model) => !model.vision).map(({ name }) => name)
  if (blind.length === 0) return
  const who = [...new Set(blind)].join(', ')
  throw new AppError('no_vision', named ? namedRefusal(who, earlier) : battleRefusal(earlier))
}

const namedRefusal = (who: string, earlier: boolean): string =>
  earlier
    ? `${who} can no longer see the pictures of this conversation. Nothing of it is lost; start a new one with a model that sees.`
    : `${who} cannot see pictures. Choose another model, or send it without the picture.`

const battleRefusal = (earlier: boolean): string =>
  earlier
    ? 'A model of this battle can no longer see its pictures. Nothing of it is lost; start a new round.'
    : 'This battle was drawn for text, and its models may not see pictures. Send it without the picture, or start a new round with it.'
