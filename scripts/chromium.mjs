// Where the browser tests find their browser. Called by itself it installs the quickest one.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { installFromDebian } from './debian.mjs'

/** The same browser without its windows: the tests take little more than half the time in it. */
const SHELL = '/usr/bin/chromium-headless-shell'
const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk']

const KNOWN = [
  process.env.CHROMIUM_PATH,
  SHELL,
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
  installFromDebian('Chromium', PACKAGES)
  const installed = find()
  if (installed) return installed
  console.error(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: `sudo apt-get install chromium`;\n' +
      'macOS: Google Chrome) or name one with CHROMIUM_PATH=/path/to/chromium, then run `npm test` again.',
  )
  process.exit(1)
}

const called = import.meta.url === pathToFileURL(process.argv[1] ?? '').href
if (called && !existsSync(SHELL)) installFromDebian('headless Chromium', PACKAGES)
