// Tests read every language without waiting for any.
import { knowWords, LANGUAGES } from '../../../client/src/i18n/index.js'

for (const [locale, { words }] of Object.entries(LANGUAGES)) knowWords(locale, await words())
