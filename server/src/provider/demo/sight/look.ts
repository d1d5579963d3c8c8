import { colourName, type ColourName } from './colours.js'

/** A colour of a picture: what it is called, its mean as `#rrggbb`, and its share of the area. */
export interface SeenColour {
  name: ColourName
  hex: string
  /** In whole percent. */
  share: number
}

/** What can be told of a picture by measuring its pixels. */
export interface Look {
  width: number
  height: number
  /** The commonest first, at most four. */
  colours: SeenColour[]
  /** Mean luma in whole percent: 0 is black, 100 is white. */
  brightness: number
  /** Standard deviation of luma in whole percent. */
  contrast: number
}

const MOST_COLOURS = 4
const LEAST_SHARE = 0.02

/** @param pixels three bytes each: red, green, blue */
export function lookAt(pixels: Uint8Array, width: number, height: number): Look {
  const bins = new Map<ColourName, { count: number; sum: [number, number, number] }>()
  const count = Math.floor(pixels.length / 3)
  let total = 0
  let squares = 0
  for (let at = 0; at < count * 3; at += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3)
    // Rec. 709, on the values as they are stored.
    const luma = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
    total += luma
    squares += luma * luma
    const name = colourName(r, g, b)
    const bin = bins.get(name) ?? { count: 0, sum: [0, 0, 0] }
    bin.count += 1
    bin.sum = [bin.sum[0] + r, bin.sum[1] + g, bin.sum[2] + b]
    bins.set(name, bin)
  }
  const mean = total / count
  return {
    width,
    height,
    brightness: percent(mean),
    contrast: percent(Math.sqrt(Math.max(0, squares / count - mean * mean))),
    colours: [...bins]
      .filter(([, bin]) => bin.count / count >= LEAST_SHARE)
      .sort(([, one], [, other]) => other.count - one.count)
      .slice(0, MOST_COLOURS)
      .map(([name, bin]) => ({
        name,
        hex: `#${bin.sum.map((sum) => hex(sum / bin.count)).join('')}`,
        share: percent(bin.count / count),
      })),
  }
}

const percent = (share: number): number => Math.round(share * 100)

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0')
