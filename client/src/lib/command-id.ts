/** 128 random bits. `crypto.randomUUID` is missing on plain http in a local network; this is not. */
export const commandId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
