import type { Server } from 'node:http'

/** The path of `PUBLIC_URL` without a trailing slash: empty, or `/arena`. */
export const subPathOf = (publicUrl: string | undefined): string =>
  publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '')

/**
 * Serves everything under a sub-path too, for proxies that pass it on as it is. It is cut off before
 * anybody else sees the address, so pages, interfaces and sockets need not know of it.
 */
export function stripSubPath(server: Server, subPath: string): void {
  if (subPath === '') return
  const strip = (request: { url?: string }): void => {
    const { url = '/' } = request
    if (url === subPath || url.startsWith(`${subPath}/`))
      request.url = url.slice(subPath.length) || '/'
  }
  server.prependListener('request', strip)
  server.prependListener('upgrade', strip)
}
