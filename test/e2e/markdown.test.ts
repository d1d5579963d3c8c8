import { createServer, type Server } from 'node:http'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'
import { XSS_PAYLOADS } from '../unit/client/markdown/xss-payloads.js'

// The renderer alone, in a real parser, under a policy that is stricter than the server's: whatever gets through
// it shows as a violation, a request, an error or a mark on the window, and each of them fails the test.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'"
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
}
const FILES: Record<string, string> = {
  'index.html':
    '<!doctype html><title>Answers</title><main></main><script type="module" src="page.js"></script>',
  'page.js': `
    import { StreamedDocument } from './document.js'
    import { sanitize } from './sanitize.js'
    window.renderer = { StreamedDocument, sanitize }`,
}
type Renderer = typeof import('../../client/src/lib/markdown/streamed-document.js') &
  typeof import('../../client/src/lib/markdown/sanitize.js')

let folder: string
let server: Server
let origin: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-markdown-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      lib: {
        entry: {
          document: 'client/src/lib/markdown/streamed-document.ts',
          sanitize: 'client/src/lib/markdown/sanitize.ts',
        },
        formats: ['es'],
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text)
  server = createServer((request, response) => {
    const path = join(folder, request.url === '/' ? 'index.html' : request.url!)
    readFile(path).then(
      (body) => {
        response.setHeader('content-security-policy', POLICY)
        response.setHeader('content-type', TYPES[extname(path)] ?? 'font/woff2')
        response.end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const browser = testBrowser()

interface Seen {
  html: string
  /** Of all elements and of all their attributes. */
  names: string[]
}

/** What stands on the page after each text: rendered cut by cut and then whole, or as markup that is only cleaned. */
async function show(texts: string[], how: 'rendered' | 'sanitized'): Promise<Seen[]> {
  const page = await browser.newPage(origin)
  await page.goto('/')
  const seen = await page.evaluate(
    async ([all, rendered]) => {
      const { StreamedDocument, sanitize } = (window as unknown as { renderer: Renderer }).renderer
      const words = { copy: 'Copy', wrap: 'Wrap', code: 'Code', image: (text: string) => text }
      const found: Seen[] = []
      for (const text of all) {
        const host = document.createElement('div')
        document.querySelector('main')!.append(host)
        if (rendered) {
          const view = new StreamedDocument(host, words)
          for (let end = 1; end < text.length; end += 3) view.update(text.slice(0, end), true)
          view.update(text, false)
          // Formulas are set when their engine has come.
          while (text.startsWith('$$\n\\frac') && !host.querySelector('.katex')) {
            await new Promise((resolve) => requestAnimationFrame(resolve))
          }
        } else {
          host.append(sanitize(text))
        }
        const elements = [...host.querySelectorAll<HTMLElement>('*')]
        for (const element of elements) element.focus?.()
        const names = elements.flatMap((each) => [each.localName, ...each.getAttributeNames()])
        found.push({ html: host.innerHTML, names })
      }
      return found
    },
    [texts, how === 'rendered'] as const,
  )
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  return seen
}

const FORMULA = '$$\n\\frac{a}{\\sqrt{b}}\n$$'
const FORBIDDEN =
  /^(?:script|img|iframe|object|embed|style|link|form|base|meta|video|template|on.*|src.*|style|id)$/

describe('a hostile answer in a real browser', () => {
  it('runs nothing, asks for nothing and breaks no rule of the policy', async () => {
    const hostile = [...XSS_PAYLOADS, ...HOSTILE_TEXTS]
    const texts = [FORMULA, ...hostile, ...hostile.map((text) => `- ${text}`)]
    const seen = await show(texts, 'rendered')
    const allowed = seen.flatMap(({ names }) => names).filter((name) => name !== 'style')
    expect(allowed.filter((name) => FORBIDDEN.test(name))).toEqual([])
  })

  it('would be as harmless if the parser let its markup through', async () => {
    // The sanitiser reads in a document of its own where nothing runs; the policy tells of what it sees there.
    browser.tolerate(/Content Security Policy|^policy: (?:script-src-attr|style-src|base-uri)/)
    const seen = await show([...XSS_PAYLOADS, ...HOSTILE_TEXTS], 'sanitized')
    expect(seen.flatMap(({ names }) => names).filter((name) => FORBIDDEN.test(name))).toEqual([])
  })
})

describe('a formula in a real browser', () => {
  it('has its layout although the policy allows no inline style, and MathML for a screen reader', async () => {
    const [formula] = await show([FORMULA], 'rendered')
    expect(formula?.html).toMatch(/<math [^>]*>.*<mfrac>.*<msqrt>/s)
    expect(formula?.html).toMatch(/class="strut" style="height: [\d.]+em/)
    expect(formula?.names).toContain('svg')
    expect(formula?.names).not.toContain('annotation')
  })
})
