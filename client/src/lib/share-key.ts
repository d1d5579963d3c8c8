/**
 * The key of a share link, from the part of the address behind the `#`: browsers send that part to no server, so
 * it is in no log and no `Referer`.
 */
export const keyOf = (hash: string): string | undefined => /^#key=([\w-]{1,64})$/u.exec(hash)?.[1]

const HERE = /^(localhost|127(\.\d+){3}|\[::1\])$/u

/** Whether a link leads to the computer that it is opened on, so that nobody else can use it. */
export const isOnlyHere = (url: string): boolean => HERE.test(new URL(url).hostname)
