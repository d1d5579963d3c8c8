// Where the browser tests find their browser.
import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'

const KNOWN = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const find = () => KNOWN.find((path) => path && existsSync(path))

/** The path of a Chromium; installs Debian's where that is possible, else says what to do and ends. */
export function ensureChromium() {
  const found = find()
  if (found) return found
  installFromDebian('Chromium', ['chromium', 'fonts-noto-cjk'])
  const installed = find()
  if (installed) return installed
  console.error(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: `sudo apt-get install chromium`;\n' +
      'macOS: Google Chrome) or name one with CHROMIUM_PATH=/path/to/chromium, then run `npm test` again.',
  )
  process.exit(1)
}
