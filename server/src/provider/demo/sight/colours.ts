import type { Bilingual } from '../kit/language.js'

/** Names of colours as people use them; the order decides where a pixel could be called two things. */
export const COLOUR_NAMES = {
  black: { en: 'black', zh: '黑色' },
  white: { en: 'white', zh: '白色' },
  grey: { en: 'grey', zh: '灰色' },
  brown: { en: 'brown', zh: '棕色' },
  pink: { en: 'pink', zh: '粉色' },
  red: { en: 'red', zh: '红色' },
  orange: { en: 'orange', zh: '橙色' },
  yellow: { en: 'yellow', zh: '黄色' },
  green: { en: 'green', zh: '绿色' },
  cyan: { en: 'cyan', zh: '青色' },
  blue: { en: 'blue', zh: '蓝色' },
  purple: { en: 'purple', zh: '紫色' },
} satisfies Record<string, Bilingual>

export type ColourName = keyof typeof COLOUR_NAMES

/** Upper ends of hues, in degrees. */
const HUES: readonly [end: number, name: ColourName][] = [
  [15, 'red'],
  [42, 'orange'],
  [70, 'yellow'],
  [165, 'green'],
  [195, 'cyan'],
  [255, 'blue'],
  [320, 'purple'],
  [345, 'pink'],
  [360, 'red'],
]

/** What a pixel of these values (0 to 255) is called, by hue, saturation and lightness. */
export function colourName(r: number, g: number, b: number): ColourName {
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const lightness = (max + min) / 510
  const chroma = (max - min) / 255
  if (lightness < 0.1) return 'black'
  if (lightness > 0.93) return 'white'
  if (chroma < 0.1) return lightness > 0.88 ? 'white' : 'grey'
  const hue = hueOf(r, g, b, max, max - min)
  if (hue >= 15 && hue < 42 && lightness < 0.42) return 'brown'
  if ((hue < 15 || hue >= 320) && lightness > 0.72) return 'pink'
  return HUES.find(([end]) => hue < end)?.[1] ?? 'red'
}

function hueOf(r: number, g: number, b: number, max: number, spread: number): number {
  if (max === r) return (60 * ((g - b) / spread) + 360) % 360
  if (max === g) return 60 * ((b - r) / spread) + 120
  return 60 * ((r - g) / spread) + 240
}
