import { Injectable } from '@nestjs/common'
import express, { type NextFunction, type Request, type Response } from 'express'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPage } from '#shared/page-paths'
import { packageRoot } from '../config/package-info.js'
import { Settings } from '../config/settings.js'
import { subPathOf } from './sub-path.js'

const CLIENT = join(packageRoot, 'dist', 'client')
const NOT_PAGES = /^\/(api|health|metrics|socket\.io|assets)(\/|$)/

/** The built client: its files, and its one page for every address that is not an interface. */
@Injectable()
export class PagesMiddleware {
  /** Comes before the session: a shared cache may keep a file, and must not keep somebody's cookie. */
  readonly serveFile = express.static(CLIENT, {
    index: false,
    setHeaders(response, path) {
      // File names in assets/ carry a hash of their content.
      const fresh = path.includes(`${join(CLIENT, 'assets')}`)
      response.setHeader(
        'Cache-Control',
        fresh ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  private readonly page: string

  constructor(settings: Settings) {
    const file = join(CLIENT, 'index.html')
    const html = existsSync(file)
      ? readFileSync(file, 'utf8')
      : '<p>Run <code>npm run build</code>.</p>'
    this.page = html.replace('<head>', `<head><base href="${subPathOf(settings.publicUrl)}/">`)
  }

  /** For every other address; what comes with a session is for nobody's cache but the browser's own. */
  servePage(request: Request, response: Response, next: NextFunction): void {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (reads && !NOT_PAGES.test(request.path)) {
      response.setHeader('Cache-Control', 'private, no-cache')
      // An address without a page has the page that says so, and the status that robots understand.
      response
        .status(isPage(request.path) ? 200 : 404)
        .type('html')
        .send(this.page)
    } else {
      response.setHeader('Cache-Control', 'no-store')
      next()
    }
  }
}
