export interface SpokenTurn {
  prompt: string
  imageIds?: readonly string[]
  /** What this side answered; absent in the turn that is to be answered now. */
  answer?: string
}

export interface ChatMessage {
  role: 'user' | 'assistant'
  text: string
  /** Pictures that were shown with it. */
  imageIds?: readonly string[]
}

/**
 * A conversation as one side knows it. Roles alternate, as some APIs insist, and others refuse a message of white
 * space: a prompt that was never answered, or with no more than that, is joined to the next one.
 */
export function chatHistory(turns: readonly SpokenTurn[]): ChatMessage[] {
  const messages: ChatMessage[] = []
  for (const { prompt, imageIds = [], answer } of turns) {
    const unanswered = messages.at(-1)?.role === 'user' ? messages.pop() : undefined
    messages.push(asked(unanswered, prompt, imageIds))
    if (answer?.trim()) messages.push({ role: 'assistant', text: answer })
  }
  return messages
}

function asked(
  before: ChatMessage | undefined,
  prompt: string,
  imageIds: readonly string[],
): ChatMessage {
  const shown = [...(before?.imageIds ?? []), ...imageIds]
  return {
    role: 'user',
    text: before ? `${before.text}\n\n${prompt}` : prompt,
    ...(shown.length > 0 && { imageIds: shown }),
  }
}
