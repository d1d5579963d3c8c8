import type { CustomSeriesOption } from 'echarts'

const CAP = 4

/**
 * Lines from a lower to an upper end. Data are `[place, lower, upper]`; `along` says on which axis the ends lie.
 */
export const intervalSeries = (
  along: 'x' | 'y',
  data: number[][],
  color: string,
): CustomSeriesOption => ({
  type: 'custom',
  data,
  clip: true,
  silent: true,
  encode: along === 'x' ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
  z: 1,
  renderItem: (_, api) => {
    const at = (value: number) =>
      along === 'x' ? api.coord([value, api.value(0)]) : api.coord([api.value(0), value])
    const [x1 = 0, y1 = 0] = at(Number(api.value(1)))
    const [x2 = 0, y2 = 0] = at(Number(api.value(2)))
    const [dx, dy] = along === 'x' ? [0, CAP] : [CAP, 0]
    const line = (fromX: number, fromY: number, toX: number, toY: number) => ({
      type: 'line' as const,
      shape: { x1: fromX, y1: fromY, x2: toX, y2: toY },
      style: { stroke: color, lineWidth: 2, fill: undefined },
    })
    return {
      type: 'group',
      children: [
        line(x1, y1, x2, y2),
        line(x1 - dx, y1 - dy, x1 + dx, y1 + dy),
        line(x2 - dx, y2 - dy, x2 + dx, y2 + dy),
      ],
    }
  },
})
