/** What can be done to a conversation from the list of them. */
export type HistoryAction = 'pin' | 'unpin' | 'markdown' | 'json' | 'rename' | 'remove'
