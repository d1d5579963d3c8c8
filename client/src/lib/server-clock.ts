/** Milliseconds that the server's clock is ahead of this device's; a device's may be hours wrong. */
let ahead = 0

/** The server has just said what its clock shows. */
export function hearServerClock(now: number): void {
  ahead = now - Date.now()
}

/** Now, for comparison with moments that the server has named. */
export const serverNow = (): number => Date.now() + ahead
