import { mainComponent } from '#server/domain/rating/fit/components'
import { describe, expect, it } from 'vitest'
import { countsOf, type Battle } from '../../support/ratings-counts.js'

function mainOf(...battles: Battle[]): string[] {
  const counts = countsOf(battles)
  const models = counts.models()
  return mainComponent(models.length, counts.pairs(models)).map((i) => models[i]!)
}

describe('the main component', () => {
  it('is empty without votes, and where nobody took a point back', () => {
    expect(mainOf()).toEqual([])
    expect(mainOf(['a', 'b', 'a'], ['b', 'c', 'a'], ['a', 'c', 'a'])).toEqual([])
  })

  it('ties models together by a tie, by both bad, or by a win each way', () => {
    expect(mainOf(['a', 'b', 'tie'])).toEqual(['a', 'b'])
    expect(mainOf(['a', 'b', 'both_bad'])).toEqual(['a', 'b'])
    expect(mainOf(['a', 'b', 'a'], ['a', 'b', 'b'])).toEqual(['a', 'b'])
  })

  it('closes over a long way round', () => {
    expect(mainOf(['a', 'b', 'a'], ['b', 'c', 'a'], ['c', 'd', 'a'], ['d', 'a', 'a'])).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })

  it('is the one with the most battles inside, not the most models or the most votes around it', () => {
    expect(
      mainOf(['a', 'b', 'tie'], ['b', 'c', 'tie'], ['x', 'y', 'tie', 3], ['a', 'w', 'a', 100]),
    ).toEqual(['x', 'y'])
  })

  it('leaves out a bridge that was crossed in one direction only', () => {
    expect(mainOf(['a', 'b', 'tie', 2], ['b', 'c', 'a', 9], ['c', 'd', 'tie'])).toEqual(['a', 'b'])
  })
})
