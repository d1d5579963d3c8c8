/** The shape of a set of words with any words in it: a translation must have every key, and no other. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }
