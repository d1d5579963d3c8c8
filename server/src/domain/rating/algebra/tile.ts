/** Rows, and columns, of a tile. */
export const TILE = 3

/** Room for the sums of one tile, row by row. */
export const newTile = (): Float64Array => new Float64Array(TILE * TILE)

/**
 * Σ a[i + r, k] · b[j + s, k] for k from `from` up to, but not including, `to`, for each r and s of a tile.
 * Each cell that is read serves three sums, which stay in registers: one sum at a time would wait for memory
 * (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008). Rows beyond the last
 * are read as the last; their sums mean nothing.
 */
export function sumTile(
  tile: Float64Array,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  size: number,
  from: number,
  to: number,
): void {
  const row = (first: number, r: number): number => Math.min(first + r, size - 1) * size
  const [a0, a1, a2] = [row(i, 0), row(i, 1), row(i, 2)]
  const [b0, b1, b2] = [row(j, 0), row(j, 1), row(j, 2)]
  let [s00, s01, s02] = [0, 0, 0]
  let [s10, s11, s12] = [0, 0, 0]
  let [s20, s21, s22] = [0, 0, 0]
  for (let k = from; k < to; k += 1) {
    const y0 = b[b0 + k]!
    const y1 = b[b1 + k]!
    const y2 = b[b2 + k]!
    let x = a[a0 + k]!
    s00 += x * y0
    s01 += x * y1
    s02 += x * y2
    x = a[a1 + k]!
    s10 += x * y0
    s11 += x * y1
    s12 += x * y2
    x = a[a2 + k]!
    s20 += x * y0
    s21 += x * y1
    s22 += x * y2
  }
  tile[0] = s00
  tile[1] = s01
  tile[2] = s02
  tile[3] = s10
  tile[4] = s11
  tile[5] = s12
  tile[6] = s20
  tile[7] = s21
  tile[8] = s22
}
