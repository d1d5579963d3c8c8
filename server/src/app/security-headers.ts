import type { IncomingMessage } from 'node:http'
import helmet from 'helmet'

const HOST = /^[\w.:[\]-]+$/

/** Browsers differ in whether `'self'` covers websockets, so the own host is named as well. */
function ownSockets(request: IncomingMessage): string {
  const host = request.headers.host ?? ''
  return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'"
}

/** Everything from here, nothing from elsewhere, no inline script and no inline style. */
export const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", ownSockets],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // Plain HTTP on a local network is a supported way to host; TLS is the proxy's to promise.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  })
