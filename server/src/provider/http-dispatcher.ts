import { EnvHttpProxyAgent, setGlobalDispatcher, type Dispatcher } from 'undici'
import { hostOf } from '../config/metadata-hosts.js'
import { BodyLimits } from './body-limits.js'
import { PlainEvents, isGeminiStream } from './gemini/plain-events.js'
import { hostGuard } from './host-guard.js'

/** The usual variables of a proxy, in either case; an https address takes `HTTP_PROXY` where it has none of its own. */
type ProxyVariable =
  'HTTPS_PROXY' | 'https_proxy' | 'HTTP_PROXY' | 'http_proxy' | 'NO_PROXY' | 'no_proxy'
export type ProxyEnvironment = Partial<Record<ProxyVariable, string>>

/**
 * Sets the way that every `fetch` of the process takes, and so all four SDKs: through the system's
 * proxy where there is one, without undici's own limits of 300 s (ours rule), without following
 * redirects (a redirect would carry the key to another host), no further than `BodyLimits` allow, and
 * to no host that tells a cloud's secrets. A proxy looks its names up itself, and has to refuse them itself.
 */
export function installDispatcher(
  env: ProxyEnvironment,
  allowedHosts: readonly string[] = [],
): Dispatcher {
  const guard = hostGuard(allowedHosts)
  const agent = new EnvHttpProxyAgent({
    // Empty, not undefined: the agent would read process.env on its own.
    httpProxy: env.http_proxy ?? env.HTTP_PROXY ?? '',
    httpsProxy: env.https_proxy ?? env.HTTPS_PROXY ?? '',
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { lookup: guard.lookup },
  })
  setGlobalDispatcher(
    agent.compose((dispatch) => (options, handler) => {
      guard.check(hostOf(String(options.origin)))
      const headers = asPlain(options.headers)
      return dispatch({ ...options, headers }, guarded(handler, isGeminiStream(options.path)))
    }),
  )
  return agent
}

/** Asks for an answer as it is: a few megabytes of a compressed one may be gigabytes, and the limits see it before. */
function asPlain(
  headers: Dispatcher.DispatchOptions['headers'],
): Dispatcher.DispatchOptions['headers'] {
  const given = Object.entries((headers ?? {}) as Record<string, string>)
  const others = given.filter(([name]) => name.toLowerCase() !== 'accept-encoding')
  return { ...Object.fromEntries(others), 'accept-encoding': 'identity' }
}

/** Without its `location` a redirect is an answer like any other, and to the SDKs an error with its status. */
function guarded(
  handler: Dispatcher.DispatchHandler,
  ofGemini: boolean,
): Dispatcher.DispatchHandler {
  let limits: BodyLimits | undefined
  let events: PlainEvents | undefined
  return {
    onRequestStart: (...args) => handler.onRequestStart?.(...args),
    onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
    onResponseStart: (controller, status, headers, message) => {
      if (status >= 300 && status < 400) delete headers.location
      // What is compressed nevertheless is read as it came, and makes no sense then.
      delete headers['content-encoding']
      const streaming = String(headers['content-type']).startsWith('text/event-stream')
      limits = new BodyLimits(streaming)
      if (ofGemini && streaming) events = new PlainEvents()
      handler.onResponseStart?.(controller, status, headers, message)
    },
    onResponseData: (controller, chunk) => {
      if (limits?.take(chunk) === false) controller.abort(new Error('The response is too long.'))
      else if (!events) handler.onResponseData?.(controller, chunk)
      else {
        const plain = events.take(chunk)
        if (plain.length > 0) handler.onResponseData?.(controller, plain)
      }
    },
    onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
    onResponseError: (...args) => handler.onResponseError?.(...args),
  }
}
