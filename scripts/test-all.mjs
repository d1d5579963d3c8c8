// `npm test`: builds, then runs every test there is, the browser's included, and closes with one line.
import { countsOf, prepareSuite, runSuite } from './suite.mjs'

const result = runSuite(prepareSuite())
const { failed, line } = countsOf(result)
console.log(line)
process.exit(failed > 0 ? 1 : result.status)
