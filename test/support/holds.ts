import fc from 'fast-check'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** What failed once is tried first for ever after: these files are committed with what mends it. */
const FOLDER = 'test/regressions'

/** `NIGHTLY=1 npm run test:unit` looks for new failures: so many times as many examples, of which nobody knows. */
export const NIGHTLY_TIMES = process.env.NIGHTLY ? 20 : 1

interface Kept {
  seed: number
  path: string
}

interface Options {
  /** How many examples; 100 if not said. */
  runs?: number
  /** Off where one example takes long: what failed is kept as it was drawn. */
  shrink?: boolean
  /** Off for what has a long form of its own: a night has other examples then, not more. */
  moreAtNight?: boolean
  folder?: string
  nightly?: boolean
}

/**
 * Tries a property: first with each example that has failed before, then with those that its name stands for, the
 * same in every run, and by night with new ones. What fails is written to the folder of regressions.
 */
export function holds<T>(
  name: string,
  property: fc.IAsyncProperty<T>,
  options?: Options,
): Promise<void>
export function holds<T>(name: string, property: fc.IProperty<T>, options?: Options): void
export function holds<T>(
  name: string,
  property: fc.IAsyncProperty<T> | fc.IProperty<T>,
  {
    runs: numRuns = 100,
    shrink = true,
    moreAtNight = true,
    folder = FOLDER,
    nightly = NIGHTLY_TIMES > 1,
  }: Options = {},
): void | Promise<void> {
  const file = join(folder, `${name}.json`)
  const attempts: fc.Parameters<T>[] = [
    ...keptIn(file).map((kept) => ({ ...kept, numRuns: 1, endOnFailure: true })),
    { seed: seedOf(name), numRuns, endOnFailure: !shrink },
  ]
  if (nightly) {
    const seed = Date.now() | 0
    attempts.push({ seed, numRuns: numRuns * (moreAtNight ? 20 : 1), endOnFailure: !shrink })
  }
  const judge = (details: fc.RunDetails<T>): void => {
    if (nightly) console.info(`${name}: ${details.numRuns} examples of seed ${details.seed}`)
    if (!details.failed) return
    const { seed, counterexamplePath: path } = details
    if (path !== null) keep(file, { seed, path })
    const where = path === null ? '' : `\n\nKept in ${file}.`
    throw new Error(`${fc.defaultReportMessage(details)}${where}`, { cause: details.errorInstance })
  }
  const tryFrom = (at: number): void | Promise<void> => {
    const parameters = attempts[at]
    if (!parameters) return
    const details = fc.check(property as fc.IRawProperty<T>, parameters)
    if (details instanceof Promise) {
      return details.then((result) => {
        judge(result)
        return tryFrom(at + 1)
      })
    }
    judge(details)
    return tryFrom(at + 1)
  }
  return tryFrom(0)
}

const keptIn = (file: string): Kept[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept[]) : []

function keep(file: string, found: Kept): void {
  const kept = keptIn(file)
  if (kept.some(({ seed, path }) => seed === found.seed && path === found.path)) return
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `${JSON.stringify([...kept, found], null, 2)}\n`)
}

/** FNV-1a, 32 bits. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (const sign of name) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193)
  return hash | 0
}
