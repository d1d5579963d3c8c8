/** One or two letters for a name: of its first two words, or of one word's beginning ("深度求索" gives "深"). */
export function initials(name: string): string {
  const words = name.split(/[\s\-_/.]+/u).filter(Boolean)
  const letters = words.length > 1 ? words.slice(0, 2).map(firstLetter) : [firstLetter(name.trim())]
  return letters.join('').toLocaleUpperCase()
}

const firstLetter = (word: string): string => [...word][0] ?? ''
