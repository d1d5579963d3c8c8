import { expect, it } from 'vitest'

const files = import.meta.glob<string>('../../../../client/src/**/*.{vue,css}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Things that have a left and a right of their own, whatever the language: numbers from small to large, sheets. */
const PHYSICAL = [
  'components/leaderboard/pictures/',
  'components/leaderboard/IntervalCut.vue',
  'components/leaderboard/LeaderboardAxis.vue',
  'components/ui/UiSheet.vue',
  'components/ui/UiToaster.vue',
]

const CLASS =
  /(?<=[\s"'`:])-?(?:m[lr]-|p[lr]-|border-[lr]\b|rounded-[lr]\b|(?:left|right)-[\d[]|text-(?:left|right)\b)[^\s"'`]*/g
const RULE =
  /\b(?:margin|padding|border)-(?:left|right)\b|(?<=[\s;{])(?:left|right):|text-align: left/g

it('a page says where lines begin and end, not left and right, so that it can be mirrored', () => {
  const found = Object.entries(files)
    .map(([path, text]) => [path.replace(/^.*client\/src\//, ''), text] as const)
    .filter(([path]) => !PHYSICAL.some((each) => path.startsWith(each)))
    .flatMap(([path, text]) => {
      const said = text.match(path.endsWith('.css') ? RULE : CLASS) ?? []
      return said.map((words) => `${path}: ${words}`)
    })
  expect(found).toEqual([])
})
