/** Gives each name a number, in the order in which they come. */
export class Numbers {
  readonly names: string[] = []
  private readonly known = new Map<string, number>()

  of(name: string): number {
    let number = this.known.get(name)
    if (number === undefined) {
      number = this.names.push(name) - 1
      this.known.set(name, number)
    }
    return number
  }
}
