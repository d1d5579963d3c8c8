// A token is the moment of its birth, as short as real tokens are: tenths of a millisecond since a common
// beginning, in base 36.
const now = (): number =>
  Math.round((performance.timeOrigin + performance.now() - Number(process.env.BENCH_EPOCH)) * 10)

export const newToken = (): string => `${now().toString(36)} `

/** Milliseconds since the token was born. */
export const ageOf = (token: string): number => (now() - parseInt(token, 36)) / 10
