/**
 * The shape of a set of words with any words in it: a translation must have every key, and no other. A list
 * (paragraphs, steps) may have as many parts as the language needs.
 */
export type Translation<T> = T extends string
  ? string
  : T extends readonly unknown[]
    ? readonly string[]
    : { [K in keyof T]: Translation<T[K]> }
