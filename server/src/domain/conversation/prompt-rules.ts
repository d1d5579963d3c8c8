import { PROMPT_LIMIT, TURN_LIMIT, codePoints } from '#shared/limits'
import type { Mode } from '#shared/vocabulary'
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

/** The first words of the first prompt. */
export function titleOf(prompt: string): string {
  const line = prompt.trim().replace(/\s+/gu, ' ')
  const letters = [...line]
  return letters.length <= TITLE_LENGTH ? line : `${letters.slice(0, TITLE_LENGTH - 1).join('')}…`
}
