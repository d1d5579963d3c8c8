import type { BoardModel } from '#shared/protocol/leaderboard'
import type { Matrices } from '#shared/protocol/leaderboard-views'
import { rowKey } from '../board-order.js'

export type MatrixKind = 'wins' | 'battles' | 'predicted'

type Values = (number | null)[][]

/**
 * A matrix without the models of which it has nothing to say; nothing on its diagonal, nor where two never met.
 * Its models come in the given order.
 */
export function metOf(
  matrices: Matrices,
  kind: MatrixKind,
  order: readonly BoardModel[] = matrices.models,
): { models: BoardModel[]; values: Values; without: number } {
  const values = matrices[kind].map((row, i) =>
    row.map((value, j) => (i === j || (kind === 'battles' && value === 0) ? null : value)),
  )
  const positions = new Map(matrices.models.map((model, i) => [rowKey(model), i]))
  const kept = order.flatMap((model) => {
    const i = positions.get(rowKey(model))
    return i !== undefined && values[i]!.some((value) => value !== null) ? [i] : []
  })
  return {
    models: kept.map((i) => matrices.models[i]!),
    values: kept.map((i) => kept.map((j) => values[i]![j] ?? null)),
    without: matrices.models.length - kept.length,
  }
}

/** The cells that have a value. */
export const cellsOf = (values: Values): [row: number, column: number, value: number][] =>
  values.flatMap((row, i) =>
    row.flatMap((value, j): [number, number, number][] => (value === null ? [] : [[i, j, value]])),
  )
