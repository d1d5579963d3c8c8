import type { CustomSeriesOption } from 'echarts'

const CAP = 4
const ARROW = 5

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Lines from a lower to an upper end; one that goes on beyond the picture has the head of an arrow there. Data are `[place, lower, upper]`; `along` says on which axis the ends lie.
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
  renderItem: (params, api) => {
    const { x, y, width, height } = params.coordSys as unknown as Box
    const at = (value: number) =>
      along === 'x' ? api.coord([value, api.value(0)]) : api.coord([api.value(0), value])
    const [from, to] = along === 'x' ? [x, x + width] : [y + height, y]
    const inside = (place: number) =>
      Math.min(Math.max(place, Math.min(from, to)), Math.max(from, to))
    const ends = [1, 2].map((dimension, i) => {
      const [endX = 0, endY = 0] = at(Number(api.value(dimension)))
      const place = along === 'x' ? endX : endY
      const across = along === 'x' ? endY : endX
      return { place: inside(place), across, isCut: inside(place) !== place, edge: i ? to : from }
    })
    const point = (place: number, across: number): [number, number] =>
      along === 'x' ? [place, across] : [across, place]
    const line = (points: [number, number][]) => ({
      type: 'polyline' as const,
      shape: { points },
      style: { stroke: color, lineWidth: 2, fill: 'none' },
    })
    const inward = Math.sign(to - from)
    return {
      type: 'group',
      children: [
        line(ends.map(({ place, across }) => point(place, across))),
        ...ends.map(({ place, across, isCut, edge }) => {
          const back = isCut ? place + (edge === from ? inward : -inward) * ARROW : place
          const reach = isCut ? ARROW : CAP
          const tip = isCut ? place + (edge === from ? inward : -inward) : place
          return line([
            point(back, across - reach),
            point(tip, across),
            point(back, across + reach),
          ])
        }),
      ],
    }
  },
})
