/** Names of Socket.IO rooms. */
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`
export const voterRoom = (voterId: string): string => `voter:${voterId}`
export const boardRoom = (sliceKey: string): string => `board:${sliceKey}`
