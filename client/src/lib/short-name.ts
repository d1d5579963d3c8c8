/** Code points of a file's name that a sentence or a heading has room for. */
const ROOM = 40
/** How much of its end is kept: the extension, and the figures that tell one picture of a camera from the next. */
const END = 12

/** A file's name as a sentence can hold it: what is too long loses its middle. */
export function shortName(name: string): string {
  const points = [...name]
  if (points.length <= ROOM) return name
  return `${points.slice(0, ROOM - END - 1).join('')}…${points.slice(-END).join('')}`
}
