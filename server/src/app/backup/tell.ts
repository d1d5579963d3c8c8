/** How a long command says how far it is. */
export interface Tell {
  /** A step that begins: said always. */
  step: (line: string) => void
  /** How far one is: said now and then. */
  sometimes: (line: string) => void
}
