import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriers } from '../support/axe.js'
import { testBrowser } from '../support/browser.js'

/** Pages that do what the arena never does: whoever guards the other tests must see it here. */
const PAGES: Record<string, string> = {
  '/quiet': '<main><h1>Nothing</h1></main>',
  '/picture': '<img alt="" src="http://elsewhere.example/pixel.png">',
  '/socket': '<script>new WebSocket("ws://elsewhere.example/")</script>',
  '/script': '<p>An inline script</p><script>window.ran = true</script>',
  '/error': '<script>setTimeout(() => { throw new Error("thrown") })</script>',
  '/console': '<script>console.error("said")</script>',
  '/dialog': '<script>alert("hello")</script>',
  '/barriers': '<img src="data:,"><input><p style="color:#aaa">pale</p>',
}

describe('the guards of the browser tests', () => {
  const browser = testBrowser()
  let server: Server
  let origin: string

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      const policy = url === '/script' ? { 'content-security-policy': "script-src 'self'" } : {}
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy })
      response.end(`<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">
        ${PAGES[url] ?? ''}</html>`)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const visit = async (path: string) => {
    const page = await browser.newPage(origin)
    await page.goto(path)
    return page
  }

  it('say nothing of a page that does nothing', async () => {
    const page = await visit('/quiet')
    expect(await barriers(page)).toEqual([])
  })

  it.each([
    ['/picture', 'elsewhere: http://elsewhere.example/pixel.png'],
    ['/socket', 'elsewhere: ws://elsewhere.example/'],
    ['/script', 'policy: script-src-elem inline'],
    ['/error', 'error: thrown'],
    ['/console', 'console: said'],
    ['/dialog', 'dialog: hello'],
  ])('see what happens on %s', async (path, complaint) => {
    await visit(path)
    await expect.poll(() => browser.complaints()).toContain(complaint)
    browser.tolerate(/./)
  })

  it.fails('fail the test of a page that gave cause for a complaint', async () => {
    await visit('/console')
    await expect.poll(() => browser.complaints()).toContain('console: said')
  })

  it('see what is in the way of people', async () => {
    const rules = (await barriers(await visit('/barriers'))).map((line) => line.split(':')[0])
    expect(rules).toEqual(expect.arrayContaining(['image-alt', 'label', 'color-contrast']))
  })
})
