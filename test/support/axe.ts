import axe from 'axe-core'
import type { Page } from 'playwright-core'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Until nothing moves that comes to an end: a colour on its way to another one is neither. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter((each) => each.playState === 'running')
        .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
    do {
      await new Promise(requestAnimationFrame)
      await Promise.allSettled(moving().map((each) => each.finished))
    } while (moving().length > 0)
  })
}

/** What is in the way of somebody on this page, one line each: the rule, and where it is broken. */
export async function barriers(page: Page): Promise<string[]> {
  await untilStill(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (tags) => {
    const injected = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await injected.run({
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`),
    )
  }, WCAG_22_AA)
}
