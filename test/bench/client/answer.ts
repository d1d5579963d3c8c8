/** Of everything that an answer may hold, in the share that answers hold it. */
const PART = (at: number) => `## ${at}. What there is to say

A paragraph of **some length** about the matter, with \`code\` in it, a [link](https://example.org/${at}) and
a second sentence that goes on for a while so that the line has to be broken. It is followed by another one.

1. The first point, which is short
2. The second point, *which is not*, since it explains a little more than it has to
3. The third one

\`\`\`ts
export function part${at}(values: readonly number[]): number {
  // The sum of all that are above the mean.
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.filter((value) => value > mean).reduce((sum, value) => sum + value, 0)
}
\`\`\`

| Choice | For it | Against it |
| ------ | ------ | ---------- |
| one    | quick  | costs more |
| two    | cheap  | takes time |

And so $x_{${at}} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$ holds, as anybody can check who wants to.

`

/** An answer of so many characters, in `frames` pieces. */
export function piecesOf(characters: number, frames: number): string[] {
  let text = ''
  for (let at = 1; text.length < characters; at += 1) text += PART(at)
  const size = characters / frames
  return Array.from({ length: frames }, (_, at) =>
    text.slice(Math.round(at * size), Math.round((at + 1) * size)),
  )
}
