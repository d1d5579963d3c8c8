/** Makes what belongs to an object once, and keeps it for as long as the object lives. */
export function keptBy<Owner extends object, Kept>(make: (owner: Owner) => Kept) {
  const kept = new WeakMap<Owner, Kept>()
  return (owner: Owner): Kept => {
    const known = kept.get(owner) ?? make(owner)
    kept.set(owner, known)
    return known
  }
}
