import { useMediaQuery, useMutationObserver } from '@vueuse/core'
import { nextTick, shallowRef, watch, type Ref } from 'vue'

const ROLES = [
  'surface-1',
  'surface-2',
  'ink',
  'ink-soft',
  'ink-faint',
  'line',
  'line-strong',
  'accent',
  'corner-a',
  'corner-b',
] as const
export type ChartColors = Record<(typeof ROLES)[number], string> & { dark: boolean }

/**
 * The tokens as colours that can be computed with. The style sheet decides by the theme (`light-dark()`), so
 * elements are asked what they look like: one for each, since the colour of one that changes is on its way.
 */
function readColors(): ChartColors {
  const probe = document.createElement('div')
  const spans = ROLES.map((role) => {
    const span = document.createElement('span')
    span.style.color = `var(--${role})`
    return span
  })
  probe.append(...spans)
  document.body.append(probe)
  const colors = Object.fromEntries(
    ROLES.map((role, i) => [role, getComputedStyle(spans[i]!).color]),
  ) as Record<(typeof ROLES)[number], string>
  probe.remove()
  const [red = 0, green = 0, blue = 0] = (colors.ink.match(/[\d.]+/g) ?? []).map(Number)
  return { ...colors, dark: red + green + blue > 384 }
}

/** The colours of a chart, which change with the theme. */
export function useChartColors(): Ref<ChartColors> {
  const colors = shallowRef(readColors())
  const again = () => void nextTick(() => (colors.value = readColors()))
  const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']
  watch(
    QUERIES.map((query) => useMediaQuery(query)),
    again,
  )
  useMutationObserver(document.documentElement, again, { attributeFilter: ['data-theme'] })
  return colors
}

/**
 * Colours of lines that people of the three common colour-vision deficiencies can tell apart (after Okabe and Ito,
 * darkened or lightened to 3:1 on the panes of each theme). Lines differ by their dashes and marks as well.
 */
export const lineColors = ({ dark }: ChartColors): readonly string[] =>
  dark
    ? ['#6cb8f0', '#f0a830', '#3fc79a', '#e59ac4', '#e8dd55', '#ee7f45', '#a9b4c6', '#b49bff']
    : ['#0067a5', '#b06f00', '#00795a', '#a84a82', '#7d7400', '#c24a00', '#555d6b', '#5b3fc4']

/** From one end through the middle to the other; amber and blue differ in lightness too, never red and green. */
export const divergingColors = (colors: ChartColors): string[] =>
  colors.dark
    ? ['#d98b1f', '#7a5a2c', '#2c3240', '#3b5a94', '#6ea2ff']
    : ['#d98200', '#f3cf94', '#f4f4f1', '#a9c3f3', '#2f6bdc']

export const sequentialColors = (colors: ChartColors): string[] =>
  colors.dark ? ['#232834', '#2f6f66', '#7fe0cf'] : ['#eef5f3', '#7dbdb3', '#0b6a5f']
