import { SETTINGS } from './env.schema.js'
import { LEAST_TOKEN_LENGTH } from './setting-types.js'
import type { Settings } from './settings.js'
import type { Finding } from './startup-error.js'

/** Different signs that 32 random hexadecimal digits nearly always have; a repeated word has fewer. */
const LEAST_VARIETY = 9

/** With a public link the whole world may try tokens, so a weak one is none. */
export const weakTokens = (settings: Settings): Finding[] =>
  (['adminToken', 'metricsToken'] as const)
    .filter((key) => isWeak(settings[key]))
    .map((key) => ({
      path: SETTINGS[key].variable,
      message: `too weak for a public link: expected at least ${LEAST_TOKEN_LENGTH} random characters, such as those of \`openssl rand -hex 24\``,
    }))

const isWeak = (token: string | undefined): boolean =>
  token !== undefined && (token.length < LEAST_TOKEN_LENGTH || new Set(token).size < LEAST_VARIETY)
