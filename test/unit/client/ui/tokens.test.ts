import { describe, expect, it } from 'vitest'
import css from '../../../../client/src/styles/tokens.css?raw'

type Theme = 'light' | 'dark'
type Rgb = [number, number, number]

const [usual = '', strong = ''] = css.split('@media (prefers-contrast: more)')

function tokensOf(source: string, theme: Theme): Map<string, string> {
  const found = source.matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}))/g)
  return new Map(
    [...found].map(([, name, light, dark, both]) => [
      name!,
      (both ?? (theme === 'light' ? light : dark))!,
    ]),
  )
}

/** Linear light, 0 to 1, from sRGB (IEC 61966-2-1). */
function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

// Full protanopia, deuteranopia and tritanopia in linear sRGB: Machado, Oliveira and Fernandes (2009), severity 1.
const DEFICIENCIES: Record<string, Rgb[]> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Distance in Oklab (Ottosson 2020): about 0.02 is just seen side by side. */
function distance(one: string, other: string, matrix: Rgb[]): number {
  const lab = (hex: string): Rgb => {
    const rgb = linear(hex)
    const dot = (row: Rgb, v: Rgb) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]
    const seen = matrix.map((row) => Math.min(1, Math.max(0, dot(row, rgb)))) as Rgb
    const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], seen))
    const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], seen))
    const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], seen))
    return [
      dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
      dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
      dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
    ]
  }
  const [a, b] = [lab(one), lab(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

const SURFACES = ['surface-0', 'surface-1', 'surface-2', 'surface-3']
const TEXTS = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'corner-a',
  'corner-b',
  'good',
  'warn',
  'bad',
]
const CODE = ['code-keyword', 'code-string', 'code-number', 'code-title', 'code-type']
const SOFT = ['accent', 'corner-a', 'corner-b', 'good', 'warn', 'bad']

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const plain = tokensOf(usual, theme)
  const contrasty = new Map([...plain, ...tokensOf(strong, theme)])

  it.each([
    ['as usual', plain, 4.5],
    ['with more contrast', contrasty, 4.5],
  ])('can be read on every surface, %s', (_name, token, least) => {
    for (const text of [...TEXTS, ...CODE]) {
      for (const surface of SURFACES) {
        const ratio = contrast(token.get(text)!, token.get(surface)!)
        expect(ratio, `${text} on ${surface}`).toBeGreaterThanOrEqual(least)
      }
    }
  })

  it('can be read on the soft backgrounds and on the filled marks and buttons', () => {
    for (const name of SOFT) {
      for (const text of ['ink', name]) {
        expect(
          contrast(plain.get(text)!, plain.get(`${name}-soft`)!),
          `${text} on ${name}-soft`,
        ).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(plain.get('on-strong')!, plain.get('bad')!)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(plain.get('surface-1')!, plain.get('ink')!)).toBeGreaterThanOrEqual(4.5)
    for (const corner of ['a', 'b']) {
      const ratio = contrast(plain.get(`on-corner-${corner}`)!, plain.get(`corner-${corner}-mark`)!)
      expect(ratio).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('shows the edges of controls', () => {
    for (const surface of ['surface-0', 'surface-1', 'surface-2']) {
      expect(contrast(plain.get('line-strong')!, plain.get(surface)!)).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(Object.entries(DEFICIENCIES))('keeps the corners apart: %s', (_name, matrix) => {
    const apart = (a: string, b: string) => distance(plain.get(a)!, plain.get(b)!, matrix)
    expect(apart('corner-a-mark', 'corner-b-mark')).toBeGreaterThan(0.12)
    expect(apart('corner-a', 'corner-b')).toBeGreaterThan(0.08)
  })

  it('has every role in the higher contrast that it had before, or a stronger one', () => {
    for (const [name] of tokensOf(strong, theme)) expect([...plain.keys()]).toContain(name)
  })
})
