import { mainComponent } from '#server/domain/rating/fit/components'
import { describe, expect, it } from 'vitest'
import { countsOf, type Battle } from '../../support/ratings-counts.js'

function mainOf(...battles: Battle[]): string[] {
  const counts = countsOf(battles)
  const models = counts.models()
  return mainComponent(models, counts.pairs(models)).map((i) => models[i]!)
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

  it('is of equal ones the one with more votes, then the one with the first label, whatever the ids are', () => {
    const counts = countsOf([
      ['id1', 'id2', 'tie', 3],
      ['id3', 'id4', 'tie', 3],
    ])
    const mainBy = (labels: Record<string, string>) => {
      const models = counts.models()
      const found = mainComponent(
        models.map((model) => labels[model]!),
        counts.pairs(models),
      )
      return found.map((i) => models[i])
    }
    expect(mainBy({ id1: 'd', id2: 'b', id3: 'c', id4: 'a' })).toEqual(['id3', 'id4'])
    expect(mainBy({ id1: 'a', id2: 'b', id3: 'c', id4: 'd' })).toEqual(['id1', 'id2'])
    counts.add('id1', 'id2', 'tie', -1)
    counts.addBattle('id1', 'id2', { a: 0, b: 0, tie: 2, both_bad: 0 })
    expect(mainBy({ id1: 'd', id2: 'b', id3: 'c', id4: 'a' })).toEqual(['id1', 'id2'])
  })

  it('leaves out a bridge that was crossed in one direction only', () => {
    expect(mainOf(['a', 'b', 'tie', 2], ['b', 'c', 'a', 9], ['c', 'd', 'tie'])).toEqual(['a', 'b'])
  })
})
