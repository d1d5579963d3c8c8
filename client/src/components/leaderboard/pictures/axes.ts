import type { ChartColors } from './chart-colors.js'

/** What axes of all charts have in common: quiet lines, text that can be read. */
export const axisStyle = (colors: ChartColors) => ({
  axisLabel: { color: colors['ink-soft'], fontSize: 12 },
  nameTextStyle: { color: colors['ink-soft'], fontSize: 12 },
  axisLine: { lineStyle: { color: colors['line-strong'] } },
  axisTick: { show: false },
  // The ends of a scale are no round numbers and get no line.
  splitLine: { lineStyle: { color: colors.line }, showMinLine: false, showMaxLine: false },
})

/** Long names are cut in a chart; its table has all of them. */
export const shortName = (name: string, most = 24): string =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name

/** An axis of whole points, whose ends fall anywhere and so are not written. */
export const pointsAxis = (
  axis: ReturnType<typeof axisStyle>,
  n: (value: number) => string,
  marks = 5,
) => ({
  ...axis,
  splitNumber: marks,
  axisLabel: {
    ...axis.axisLabel,
    showMinLabel: false,
    showMaxLabel: false,
    hideOverlap: true,
    formatter: (value: number) => n(Math.round(value)),
  },
})
