import { expect, it } from 'vitest'
import { PAGE_PATHS } from '#shared/page-paths'
import { STATES } from '../../shots/states.js'
import type { State } from '../../shots/states/steps.js'

const pathOf = ({ path }: State) => path.split('?')[0]!

/** The page of a state, as its path says it, or as it says itself. */
function pageOf(state: State): string | undefined {
  if (state.leadsTo) return state.leadsTo
  const known = Object.entries(PAGE_PATHS).find(([, path]) => {
    const pattern = path.replace('/:section?', '(/[^/]+)?').replace(/:\w+/, '[^/]+')
    return new RegExp(`^${pattern}$`).test(pathOf(state))
  })
  return known?.[0]
}

it('every page is looked at in some state', () => {
  const seen = new Set(STATES.map(pageOf))
  expect(Object.keys(PAGE_PATHS).filter((page) => !seen.has(page))).toEqual([])
})

it('each state has a name of its own, by which its pictures are kept', () => {
  const names = STATES.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
