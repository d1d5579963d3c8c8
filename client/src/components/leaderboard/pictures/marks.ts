import type { ChartColors } from './chart-colors.js'

/**
 * How a mark is filled: an open one with what lies behind it. The library's own open marks are white inside, and
 * look full where the pane is dark.
 */
export const markStyle = (color: string, open: boolean, colors: ChartColors) =>
  open ? { color: colors['surface-1'], borderColor: color, borderWidth: 2 } : { color }
