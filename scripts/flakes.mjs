// `npm run flakes [TIMES]`: every test there is, five times in a row or as often as asked, and a table of what failed
// in any of them. Ends with 1 if anything did.
import { relative } from 'node:path'
import { countsOf, prepareSuite, runSuite } from './suite.mjs'

const [, , given = '5'] = process.argv
const times = Number(given)
if (!(times >= 1)) throw new Error('expected how many times, such as 5')

/** `file > name` of everything that failed; the file alone where it could not be loaded. */
function failuresOf({ status, report }) {
  const failed = (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const file = relative('.', name)
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (tests.length > 0) return tests.map(({ fullName }) => `${file} > ${fullName}`)
    return status === 'failed' ? [file] : []
  })
  return failed.length > 0 || status === 0 ? failed : ['the run itself']
}

const chromium = prepareSuite()
const runs = []
const counts = new Map()
for (let at = 1; at <= times; at += 1) {
  const begun = Date.now()
  const result = runSuite(chromium)
  for (const failure of new Set(failuresOf(result))) {
    counts.set(failure, (counts.get(failure) ?? 0) + 1)
  }
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1)
  runs.push(`run ${at} of ${times}: ${countsOf(result).line}, in ${minutes} minutes`)
  console.log(runs.at(-1))
}

console.log(['', ...runs].join('\n'))
if (counts.size === 0) console.log('Nothing failed in any of them.')
for (const [failure, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  console.log(`${String(count).padStart(3)} of ${times}  ${failure}`)
}
if (counts.size > 0) process.exitCode = 1
