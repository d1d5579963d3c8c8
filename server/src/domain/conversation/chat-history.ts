export interface SpokenTurn {
  prompt: string
  /** What this side answered; absent in the turn that is to be answered now. */
  answer?: string
}

export interface ChatMessage {
  role: 'user' | 'assistant'
  text: string
}

/**
 * A conversation as one side knows it. Roles alternate, as some APIs insist: a prompt that was never
 * answered is joined to the next one.
 */
export function chatHistory(turns: readonly SpokenTurn[]): ChatMessage[] {
  const messages: ChatMessage[] = []
  for (const { prompt, answer } of turns) {
    const last = messages.at(-1)
    if (last?.role === 'user') last.text += `\n\n${prompt}`
    else messages.push({ role: 'user', text: prompt })
    if (answer) messages.push({ role: 'assistant', text: answer })
  }
  return messages
}
