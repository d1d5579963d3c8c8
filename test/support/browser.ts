import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What a page asks of another host is recorded, and goes nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
const PATIENCE_MS = 20_000

/** `npm test` says which; otherwise Debian's, the quicker of the two where it is. */
export const CHROMIUM =
  process.env.CHROMIUM_PATH ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))

export interface PageOptions {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  locale?: string
  /** Without transitions, for what looks at the page rather than at its ways. */
  still?: boolean
  /** Of a phone: touch in place of a mouse. */
  touch?: boolean
  /** A phone altogether: touch, and the viewport of a page that is made for one. */
  phone?: boolean
}

/**
 * One browser for a test file. Everything that a page should never do is written down as a complaint, and a
 * test that ends with one has failed, whatever else it saw.
 */
export interface TestBrowser {
  /** A page of somebody new, who knows no other site than `origin`; its `context()` opens more of theirs. */
  newPage(origin: string, options?: PageOptions): Promise<Page>
  complaints(): readonly string[]
  /** Complaints like these are part of the test: a server that is gone cannot be reached. */
  tolerate(pattern: RegExp): void
}

/** Starts and ends with the tests of the file that calls it. */
export function testBrowser(): TestBrowser {
  let browser: Browser
  let contexts: BrowserContext[] = []
  let complaints: string[] = []
  let tolerated: RegExp[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS })
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    const left = complaints.filter((line) => !tolerated.some((pattern) => pattern.test(line)))
    contexts = []
    complaints = []
    tolerated = []
    expect(left).toEqual([])
  })

  return {
    async newPage(origin, options = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
        colorScheme: options.colorScheme ?? 'light',
        locale: options.locale ?? 'en-US',
        reducedMotion: options.still ? 'reduce' : 'no-preference',
        hasTouch: options.phone ?? options.touch ?? false,
        isMobile: options.phone ?? false,
      })
      contexts.push(context)
      context.setDefaultTimeout(PATIENCE_MS)
      await watch(context, new URL(origin).host, (complaint) => complaints.push(complaint))
      return context.newPage()
    },
    complaints: () => complaints,
    tolerate: (pattern) => void tolerated.push(pattern),
  }
}

async function watch(
  context: BrowserContext,
  host: string,
  complain: (complaint: string) => void,
): Promise<void> {
  const check = (url: string) => {
    if (!isOwn(url, host)) complain(`elsewhere: ${url}`)
  }
  context.on('request', (request) => check(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => check(socket.url())))
  context.on('weberror', (error) => complain(`error: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()}`)
  })
  context.on('dialog', (dialog) => {
    complain(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await context.exposeFunction('complainOfPolicy', (what: string) => complain(`policy: ${what}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { complainOfPolicy(what: string): void }).complainOfPolicy
      tell(`${event.violatedDirective} ${event.blockedURI}`)
    })
  })
}

/** Of the arena itself, or of no host at all. */
function isOwn(url: string, host: string): boolean {
  const { protocol, host: asked } = new URL(url)
  return asked === host || ['data:', 'blob:', 'about:'].includes(protocol)
}
