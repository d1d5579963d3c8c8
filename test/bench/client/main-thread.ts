import type { Browser, Page } from 'playwright-core'

/** What the main thread of a page did, in milliseconds of its own processor time. */
export interface Work {
  total: number
  longest: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  /** Of the thread alone: what other programs of the machine took is not in it. */
  tdur?: number
  args?: { name?: string }
}

/** Traces every task of the page's main thread while `action` runs; no other page may be open. */
export async function workOf(
  browser: Browser,
  page: Page,
  action: () => Promise<void>,
): Promise<Work> {
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'toplevel'],
  })
  await action()
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const threads = new Map<string, number[]>()
  for (const { name, ph, pid, tid, args } of trace.traceEvents) {
    if (ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain') {
      threads.set(`${pid}.${tid}`, [])
    }
  }
  for (const { name, ph, pid, tid, tdur, dur } of trace.traceEvents) {
    if (ph === 'X' && name === 'RunTask') {
      threads.get(`${pid}.${tid}`)?.push((tdur ?? dur ?? 0) / 1_000)
    }
  }
  const sum = (tasks: readonly number[]) => tasks.reduce((all, each) => all + each, 0)
  const busiest = [...threads.values()].sort((one, other) => sum(other) - sum(one))[0]
  if (!busiest?.length) throw new Error('The trace has no task of a page.')
  return { total: sum(busiest), longest: Math.max(...busiest) }
}
