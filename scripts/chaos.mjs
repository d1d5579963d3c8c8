// `npm run chaos [WORD]`: kills, cuts, floods, a soak and a night of properties in their long forms, then a table of
// what each has measured; some hours on two cores. Ends with 1 where one did not hold. With a word, only the trials
// that have it in their name. `npm run chaos -- --short` takes the forms of `npm test`; KILLS, SCHEDULES, FLOODS,
// DEAF_ROUNDS, SOAK, FUZZ_EVENTS and FUZZ_RUNS set how often.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every unit test of a property: twenty times as many examples, and such as nobody has tried. */
const PROPERTIES = readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
  .map((file) => join('test/unit', file))
  .filter((file) => file.endsWith('.test.ts') && /\bholds\(/.test(readFileSync(file, 'utf8')))

const TRIALS = [
  { what: 'kills among votes', file: 'arena/vote-kills', long: { KILLS: '200' } },
  { what: 'kills in answers', file: 'arena/crash', long: { KILLS: '100' } },
  { what: 'kills in uploads', file: 'arena/picture-kills', long: { KILLS: '100' } },
  { what: 'cuts on the way', file: 'realtime/exact-text', long: { SCHEDULES: '1000' } },
  { what: 'broken streams', file: 'provider/fuzz', long: { FUZZ_RUNS: '2500' } },
  { what: 'messages of chance', file: 'realtime/wire-fuzz', long: { FUZZ_EVENTS: '20000' } },
  { what: 'one client floods', file: 'limits/one-client-floods', long: { FLOODS: '10' } },
  {
    what: 'a reader that does not read',
    file: 'realtime/slow-reader',
    long: { DEAF_ROUNDS: '40' },
  },
  { what: 'a storm of returning pages', file: 'realtime/reconnect-storm', long: {} },
  { what: 'a stop with 200 people', file: 'arena/stopping', long: {} },
  { what: 'properties', files: PROPERTIES, long: { NIGHTLY: '1' } },
  { what: 'soak', file: 'realtime/soak', long: { SOAK: '5000' } },
]

const PROJECTS = ['unit', 'client', 'integration'].map((name) => `--project=${name}`)

const args = process.argv.slice(2)
const short = args.includes('--short')
const word = args.find((arg) => arg !== '--short') ?? ''
const trials = TRIALS.filter(({ what }) => what.includes(word))
if (trials.length === 0) throw new Error(`no trial has “${word}” in its name`)

/** What a test has printed stands below a line that names the test. */
const figuresOf = (printed) =>
  [...printed.matchAll(/^stdout \| .*\n(.+)$/gm)].map(([, figure]) => figure.trim())

const rows = trials.map(({ what, file, files = [`test/integration/${file}.test.ts`], long }) => {
  console.log(`${what} …`)
  const begun = Date.now()
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...PROJECTS]
  const { status, stdout } = spawnSync(process.execPath, [...vitest, ...files], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...(!short && long), ...process.env, NO_COLOR: '1' },
  })
  if (status !== 0) console.log(stdout)
  const minutes = `${((Date.now() - begun) / 60_000).toFixed(1)} min`
  return { what, outcome: status === 0 ? 'held' : 'FAILED', minutes, figures: figuresOf(stdout) }
})

const width = Math.max(...rows.map(({ what }) => what.length))
for (const { what, outcome, minutes, figures } of rows) {
  const [first = '', ...others] = figures
  const head = `${what.padEnd(width)}  ${outcome.padEnd(6)}  ${minutes.padStart(9)}  `
  console.log(`${head}${first}`)
  for (const figure of others) console.log(`${' '.repeat(head.length)}${figure}`)
}
if (rows.some(({ outcome }) => outcome === 'FAILED')) process.exitCode = 1
