import { fitBradleyTerry } from '#server/domain/rating/fit/bradley-terry'
import { factor, invert, solve } from '#server/domain/rating/algebra/cholesky'
import { timesSymmetric } from '#server/domain/rating/algebra/matrix'
import { maximise } from '#server/domain/rating/algebra/newton'
import { describe, expect, it } from 'vitest'
import { countsOf } from '../../support/ratings-counts.js'

describe('Cholesky', () => {
  // A textbook matrix: its factor has rows (2), (6, 1), (-8, 5, 3).
  const matrix = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98)

  it('factors', () => {
    expect([...factor(matrix, 3).lower]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3])
  })

  it('solves', () => {
    expect([...solve(factor(matrix, 3), Float64Array.of(0, 6, 39))]).toEqual([1, 1, 1])
  })

  it('inverts', () => {
    const identity = timesSymmetric(matrix, invert(factor(matrix, 3)), 3)
    for (const [i, cell] of identity.entries()) expect(cell).toBeCloseTo(i % 4 === 0 ? 1 : 0, 9)
  })

  it('refuses a matrix that is not positive definite', () => {
    expect(() => factor(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError)
  })
})

describe('Newton', () => {
  it('finds the peak from a start where whole steps would run away from it', () => {
    // The peak of −ln cosh x.
    const peak = maximise(
      {
        at: ([x]) => ({
          slope: Float64Array.of(-Math.tanh(x!)),
          curvature: Float64Array.of(1 - Math.tanh(x!) ** 2),
        }),
        // A logit of 2 x.
        swing: ([step]) => 2 * Math.abs(step!),
      },
      Float64Array.of(3),
    )
    expect(peak[0]).toBeCloseTo(0, 12)
  })
})

describe('the fit', () => {
  it('finds its way back from a start at which every chance is as good as certain', () => {
    const pairs = countsOf([
      ['x', 'y', 'tie', 5],
      ['y', 'z', 'tie', 5],
    ]).pairs(['x', 'y', 'z'])
    const theta = fitBradleyTerry(3, pairs, Float64Array.of(900, 0, -900))
    for (const strength of theta) expect(strength).toBeCloseTo(0, 12)
  })
})
