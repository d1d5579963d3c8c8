// Tests read every language without waiting for any.
import { applyLocale, LANGUAGES, loadWords } from '../../../client/src/i18n/index.js'

await loadWords('pages')
for (const locale of [...Object.keys(LANGUAGES), 'en']) await applyLocale(locale)
