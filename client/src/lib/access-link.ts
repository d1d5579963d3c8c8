/** The code that a link brings along behind `#join=`, which browsers send to nobody. */
export function codeInLink(hash: string): string | null {
  const code = /^#join=([\w-]{1,64})$/.exec(hash)?.[1]
  return code ?? null
}
