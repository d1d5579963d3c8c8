// Where the browser tests find their browser.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

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
  const root = process.getuid?.() === 0
  if (root && existsSync('/usr/bin/apt-get')) {
    console.error('No Chromium here: installing Debian’s for the browser tests.')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    const packages = ['chromium', 'fonts-noto-cjk']
    spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: ['ignore', 2, 2] })
    const installed = find()
    if (installed) return installed
  }
  console.error(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: `sudo apt-get install chromium`;\n' +
      'macOS: Google Chrome) or name one with CHROMIUM_PATH=/path/to/chromium, then run `npm test` again.',
  )
  process.exit(1)
}
