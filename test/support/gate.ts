/** Keeps others waiting until a test has seen what it came for. */
export function gate(): { open(): void; opened: Promise<void> } {
  let open!: () => void
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}
