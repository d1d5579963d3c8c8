/** Names of Socket.IO rooms. */
export const CONVERSATION_ROOM = 'conversation:'
export const VOTER_ROOM = 'voter:'
export const conversationRoom = (conversationId: string): string =>
  `${CONVERSATION_ROOM}${conversationId}`
export const voterRoom = (voterId: string): string => `${VOTER_ROOM}${voterId}`
export const boardRoom = (sliceKey: string): string => `board:${sliceKey}`
