import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

const KB = 1_000
/** What the first load may be, in KB of JavaScript by gzip. */
export const FIRST_LOAD_KB = 150

export interface LoadedScript {
  script: string
  'gzip KB': number
}

/** Every script that the empty arena loads until it is still, the largest first. */
export async function firstLoad(page: Page): Promise<LoadedScript[]> {
  const loaded = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js')) loaded.add(pathname)
  })
  await page.goto('/')
  await page.locator('main textarea').waitFor()
  // The suggestions.
  await page.locator('main li button').first().waitFor()
  await page.waitForLoadState('networkidle')
  return [...loaded]
    .map((path) => {
      const bytes = readFileSync(join('dist/client', path))
      return { script: path.replace('/assets/', ''), 'gzip KB': gzipSync(bytes).length / KB }
    })
    .toSorted((one, other) => other['gzip KB'] - one['gzip KB'])
}

export const sumOf = (scripts: readonly LoadedScript[]): number =>
  scripts.reduce((sum, each) => sum + each['gzip KB'], 0)
