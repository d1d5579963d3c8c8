import { oneVote } from '#server/domain/rating/observation'
import { designOf } from '#server/domain/rating/style/design'
import { styleLogLikelihood, styleLook } from '#server/domain/rating/style/style-likelihood'
import { StyledBattles } from '#server/domain/rating/style/styled-battles'
import { expect, it } from 'vitest'

it('the slope is that of the likelihood', () => {
  const battles = new StyledBattles()
  for (const [i, choice] of (['a', 'b', 'tie', 'a', 'both_bad'] as const).entries()) {
    const style = (n: number) => ({ length: 10 + n * n, headings: n % 3, lists: n % 2, bold: n })
    battles.add(i % 2 ? 'x' : 'z', 'y', oneVote(choice), style(i), style(4 - i))
  }
  const design = designOf(battles.columns, ['x', 'y', 'z'])
  const at = Float64Array.of(0.3, -0.2, 0.5, 0.4, -0.3, 0.2, 0.1).slice(0, 3 + design.names.length)
  const { slope } = styleLook(design, at, false)
  for (const [k, value] of slope.entries()) {
    const moved = (by: number) => at.map((x, i) => (i === k ? x + by : x))
    const rise = styleLogLikelihood(design, moved(1e-5)) - styleLogLikelihood(design, moved(-1e-5))
    expect(rise / 2e-5).toBeCloseTo(value, 7)
  }
})
