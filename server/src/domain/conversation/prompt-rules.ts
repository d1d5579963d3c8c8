import { PROMPT_LIMIT, TURN_LIMIT, codePoints } from '#shared/limits'
import { isLost, type AnswerStatus, type Mode } from '#shared/vocabulary'
import { AppError } from '../app-error.js'

const TITLE_LENGTH = 60

/** @throws AppError when the prompt is empty or longer than its mode allows; it is never cut. */
export function checkPrompt(mode: Mode, text: string): void {
  if (text.trim() === '') throw new AppError('invalid_payload', 'text: the prompt is empty')
  const length = codePoints(text)
  const limit = PROMPT_LIMIT[mode]
  if (length > limit) {
    throw new AppError(
      'text_too_long',
      `The prompt has ${length} characters; at most ${limit} are allowed here. Shorten it and send it again.`,
    )
  }
}

/** @throws AppError when the conversation has all the turns it may have. */
export function checkTurn(turn: number): void {
  if (turn <= TURN_LIMIT) return
  throw new AppError(
    'turn_limit',
    `A conversation has at most ${TURN_LIMIT} turns. Start a new one to go on.`,
  )
}

/**
 * A failed battle has no vote, and a prompt more would make it one that can be voted.
 * @throws AppError where a side of a battle's last turn has no proper end
 */
export function checkWhole(mode: Mode, last: readonly { status: AnswerStatus }[]): void {
  if (mode !== 'battle' || !last.some(({ status }) => isLost(status))) return
  throw new AppError(
    'side_failed',
    'A side of this battle has no whole answer. Try that side again before the next prompt.',
  )
}

/** The first words of the first prompt. */
export function titleOf(prompt: string): string {
  const line = prompt.trim().replace(/\s+/gu, ' ')
  const letters = [...line]
  return letters.length <= TITLE_LENGTH ? line : `${letters.slice(0, TITLE_LENGTH - 1).join('')}…`
}
