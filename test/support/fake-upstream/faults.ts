import { hostOf, keyOf, modelOf } from './echo.js'
import { SeededRandom } from '../seeded-random.js'
import type { Call, Reply, Script } from './script.js'

/**
 * Everything that goes wrong with upstreams, by name. `leak` stands wherever an upstream has room for
 * words of its own: messages, bodies, headers.
 */
export const FAULTS = {
  wrongKey: (leak: string): Reply => ({ status: 401, message: `Incorrect API key: ${leak}` }),
  noMoney: (leak: string): Reply => ({ status: 402, message: `Add credit: ${leak}` }),
  forbidden: (leak: string): Reply => ({ status: 403, message: leak }),
  unknownModel: (leak: string): Reply => ({ status: 404, message: `No such model: ${leak}` }),
  refused: (leak: string): Reply => ({ status: 400, message: leak }),
  busy: (leak: string): Reply => ({
    status: 429,
    message: leak,
    retryAfter: { form: 'ms', ms: 20 },
  }),
  busyForLong: (leak: string): Reply => ({
    status: 429,
    message: leak,
    retryAfter: { form: 'seconds', ms: 30_000 },
  }),
  broken: (leak: string): Reply => ({
    status: 500,
    message: leak,
    headers: { 'x-request-id': 'canary-request', 'x-served-by': header(leak) },
  }),
  gatewayPage: (leak: string): Reply => ({
    status: 502,
    body: `<html><title>${leak}</title></html>`,
  }),
  pageAsAnswer: (leak: string): Reply => ({ instead: 'html', message: leak }),
  reset: (): Reply => ({ instead: 'reset' }),
  nothing: (): Reply => ({ text: [] }),
  blanks: (): Reply => ({ text: ['\n', '  '] }),
  filtered: (): Reply => ({ text: [], finish: 'filter' }),
  endBeforeText: (): Reply => ({ text: ['never sent'], cut: { after: 0, by: 'fin' } }),
  endInText: (): Reply => ({ text: ['Half an ', 'answer'], cut: { after: 1, by: 'fin' } }),
  resetInText: (): Reply => ({ text: ['Half an ', 'answer'], cut: { after: 1, by: 'reset' } }),
  errorBeforeText: (leak: string): Reply => ({
    text: ['never sent'],
    message: leak,
    cut: { after: 0, by: 'error' },
  }),
  errorInText: (leak: string): Reply => ({
    text: ['Half an ', 'answer'],
    message: leak,
    cut: { after: 1, by: 'error' },
  }),
  garbage: (leak: string): Reply => ({
    text: ['Half an ', 'answer'],
    garbage: { after: 1, bytes: `data: {"${leak}": [\n\n` },
  }),
} satisfies Record<string, (leak: string) => Reply>

export type FaultName = keyof typeof FAULTS

/** What each request is answered with: nothing (healthy), or a fault. The same for the same seed. */
export interface FaultPlan {
  seed: number
  /** Chance of a fault, for each request. */
  rate: number
  faults?: readonly FaultName[]
  /** What healthy requests are answered with. */
  healthy?: (call: Call) => Reply
  /** Words that must never come out, beside key, model and host of the call. */
  canary?: string
}

/** A script that makes a share of all requests fail, each in a way of its own and with all that it knows. */
export function faultScript(plan: FaultPlan): Script {
  const names = plan.faults ?? (Object.keys(FAULTS) as FaultName[])
  const healthy = plan.healthy ?? (() => ({ text: ['A plain ', 'answer.'] }))
  return (call, index) => {
    const random = new SeededRandom(plan.seed * 7919 + index)
    if (random.next() >= plan.rate) return healthy(call)
    return FAULTS[random.pick(names)](leakOf(call, plan.canary))
  }
}

/** All that an upstream knows of its caller, in one sentence. */
export const leakOf = (call: Call, canary = 'canary-text'): string =>
  `${canary} ${keyOf(call)} ${modelOf(call)} http://${hostOf(call)}${call.path}`

const header = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?')
