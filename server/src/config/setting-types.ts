import { isIP } from 'node:net'
import { z } from 'zod'
import { REASON_COUNT, REASON_LIMIT, codePoints } from '#shared/limits'
import { hostOf } from './metadata-hosts.js'

/** Building blocks of the settings: text in, value out, and an error that says what was expected. */

const wholeNumber = /^\d{1,9}$/

export const integer = (from: number, to: number) =>
  z
    .string()
    .refine((text) => wholeNumber.test(text) && +text >= from && +text <= to, {
      error: `expected a whole number from ${from} to ${to}`,
    })
    .transform(Number)

export const milliseconds = (to: number) => integer(0, to)

export const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `expected one of ${values.join(', ')}` })

export const onOff = z.stringbool({
  truthy: ['on', 'true', '1'],
  falsy: ['off', 'false', '0'],
  error: 'expected on or off',
})

/** A model and a rating; names may hold an equals sign, so the last one counts. */
export const anchor = z
  .string()
  .regex(/^.+=-?\d{1,5}(\.\d+)?$/, {
    error: 'expected the name of a model and a score, such as my-model=1100',
  })
  .transform((text) => {
    const equals = text.lastIndexOf('=')
    return { model: text.slice(0, equals), rating: Number(text.slice(equals + 1)) }
  })

export const path = z.string()

export const hostName = z
  .string()
  .regex(/^[\w.:-]+$/, { error: 'expected a host name or an address, such as 0.0.0.0' })

export const userName = z
  .string()
  .regex(/^[^\s@:]+$/, { error: 'expected the name of a user, such as nokey' })

/** `[address:]port`, as in `ssh -R`, where no address means the server's own loopback. */
export const listening = z
  .string()
  .refine((text) => +(/^(?:\S*:)?(\d{1,5})$/.exec(text)?.[1] ?? 65_536) <= 65_535, {
    error: 'expected a port, or an address and a port, such as 0.0.0.0:8080',
  })
  .transform((text) => {
    const colon = text.lastIndexOf(':')
    const address = colon === -1 ? 'localhost' : text.slice(0, colon).replace(/^\[|\]$/g, '')
    return { address, port: Number(text.slice(colon + 1)) }
  })

/** `20`, or `20 EUR`; of US dollars where no currency is named. */
export const money = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?( [A-Z]{3})?$/, { error: 'expected an amount, such as 20 or 20 EUR' })
  .transform((text) => {
    const [amount, currency = 'USD'] = text.split(' ')
    return { amount: Number(amount), currency }
  })

/** What goes into an HTTP header as it is. */
export const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, { error: 'expected ASCII letters, digits and signs without spaces' })

/** Signs of a token that opens everything. */
export const LEAST_TOKEN_LENGTH = 32

export const strongToken = token.min(LEAST_TOKEN_LENGTH, {
  error: `expected at least ${LEAST_TOKEN_LENGTH} characters, such as those of \`openssl rand -hex 24\``,
})

export const secret = z.string().min(16, { error: 'expected at least 16 characters' })

export const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'expected an address that begins with postgres://' })

function parseHttpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

export const isHttpUrl = (text: string): boolean => parseHttpUrl(text) !== undefined

export const publicUrl = z
  .string()
  .refine(
    (text) => {
      const url = parseHttpUrl(text)
      return url !== undefined && !url.username && !url.search && !url.hash
    },
    { error: 'expected an http or https address without query, such as https://arena.example.org' },
  )
  .transform((text) => new URL(text).href.replace(/\/+$/, ''))

const PORT_OF_LINK = '{port}'

/** An origin in which `{port}` may stand for a port that is known later. */
export const linkTemplate = z
  .string()
  .transform((text) => text.replace(/\/$/, ''))
  .refine(
    (text) => {
      const link = text.replace(`:${PORT_OF_LINK}`, ':1')
      return parseHttpUrl(link)?.origin === link.toLowerCase()
    },
    { error: 'expected an http or https address without a path, such as http://my.host:{port}' },
  )

const listOf = (valid: (item: string) => boolean, expected: string) =>
  z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((items) => items.every(valid), { error: `expected ${expected}, separated by commas` })

/** Origins as browsers send them: scheme, host and port, nothing behind. */
export const origins = listOf((item) => {
  const url = parseHttpUrl(item)
  return url !== undefined && url.origin === item.toLowerCase().replace(/\/$/, '')
}, 'origins such as https://arena.example.org').transform((items) =>
  items.map((item) => new URL(item).origin),
)

/** Hosts as `hostOf` writes them; an IPv6 address may come without its brackets. */
export const hosts = listOf(
  (item) => /^[\w.:[\]-]+$/.test(item) && URL.canParse(urlOfHost(item)) && !hasPort(item),
  'names or addresses such as 169.254.1.2',
).transform((items) => items.map((item) => hostOf(urlOfHost(item))))

const urlOfHost = (item: string): string => `http://${isIP(item) === 6 ? `[${item}]` : item}`
const hasPort = (item: string): boolean => isIP(item) === 0 && /:\d*$/.test(item)

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']

function isNetwork(item: string): boolean {
  const [address = '', bits] = item.split('/')
  const width = isIP(address) === 6 ? 128 : 32
  return isIP(address) !== 0 && (bits === undefined || (wholeNumber.test(bits) && +bits <= width))
}

export const proxies = listOf(
  (item) => NAMED_NETWORKS.includes(item) || isNetwork(item),
  'addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal',
)

/** Short words separated by commas, which may hold spaces; `off` is none of them. */
export const reasons = z
  .string()
  .transform((text) => (text === 'off' ? [] : text.split(',').map((reason) => reason.trim())))
  .refine(
    (list) =>
      list.length <= REASON_COUNT &&
      new Set(list).size === list.length &&
      list.every((reason) => reason !== '' && codePoints(reason) <= REASON_LIMIT),
    {
      error: `expected off, or at most ${REASON_COUNT} different reasons of at most ${REASON_LIMIT} characters, separated by commas`,
    },
  )
