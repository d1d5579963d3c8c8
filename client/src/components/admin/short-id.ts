/** The beginning of an id: enough to tell it from others, and to find it by. */
export const shortId = (id: string): string => id.slice(0, 8)
