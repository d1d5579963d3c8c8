import { useEventListener } from '@vueuse/core'
import { CHOICES, type Choice } from '#shared/vocabulary'
import { usePreferences } from '../stores/preferences.js'
import { isResting } from './useVoteFocus.js'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !==
    null

const isCharacter = (key: string): boolean => key.length === 1 && key !== ' '

/**
 * The keys 1 to 4 vote, in the order of the buttons, while a vote is asked for and nobody types. Any other
 * character that is typed while the focus rests at the question begins the next prompt: `write` takes the
 * focus to its box before the character is put anywhere.
 *
 * What acts from anywhere by one character can be switched off (WCAG 2.1.4); at the question it still does.
 */
export function useVoteKeys(
  asked: () => boolean,
  { cast, write }: { cast: (choice: Choice) => void; write: () => void },
): void {
  const preferences = usePreferences()
  useEventListener(document, 'keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    if (!plain || !asked() || isTyping(event.target)) return
    const resting = isResting(event.target)
    const choice = CHOICES[Number(event.key) - 1]
    if (choice && !resting && !preferences.voteKeys) return
    if (choice) {
      event.preventDefault()
      cast(choice)
    } else if (isCharacter(event.key) && resting) write()
  })
}
