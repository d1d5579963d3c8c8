import { useEventListener } from '@vueuse/core'
import { CHOICES, type Choice } from '#shared/vocabulary'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !==
    null

/** The keys 1 to 4 vote, in the order of the buttons, while a vote is asked for and nobody types. */
export function useVoteKeys(asked: () => boolean, cast: (choice: Choice) => void): void {
  useEventListener(document, 'keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    const choice = CHOICES[Number(event.key) - 1]
    if (!plain || !choice || !asked() || isTyping(event.target)) return
    event.preventDefault()
    cast(choice)
  })
}
