/** Names of Socket.IO rooms. */
export const CONVERSATION_ROOM = 'conversation:'
export const VOTER_ROOM = 'voter:'
export const conversationRoom = (conversationId: string): string =>
  `${CONVERSATION_ROOM}${conversationId}`
export const voterRoom = (voterId: string): string => `${VOTER_ROOM}${voterId}`

/** The conversation whose room this is. */
export const conversationOf = (room: string): string | undefined =>
  room.startsWith(CONVERSATION_ROOM) ? room.slice(CONVERSATION_ROOM.length) : undefined

const BOARD_ROOM = 'board:'
export const boardRoom = (sliceKey: string): string => `${BOARD_ROOM}${sliceKey}`
export const isBoardRoom = (room: string): boolean => room.startsWith(BOARD_ROOM)
