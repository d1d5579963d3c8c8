// `npm run dev`: server and pages with reload, on a port that is ours.
import concurrently from 'concurrently'
import { existsSync } from 'node:fs'
import { createServer, isIPv6 } from 'node:net'
import { loadEnvFile } from 'node:process'

if (existsSync('.env')) loadEnvFile('.env')
// Empty counts as unset, as in the arena itself.
const port = process.env.PORT || '7860'
const host = process.env.HOST || '127.0.0.1'

/** Otherwise the pages would speak to whatever program has the port. */
function claimable() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code }) => resolve(code !== 'EADDRINUSE'))
    probe.listen(Number(port), host, () => probe.close(() => resolve(true)))
  })
}

if (!(await claimable())) {
  console.error(
    `Port ${port} is taken by another program. Stop that one, or choose another: PORT=7861 npm run dev`,
  )
  process.exit(1)
}

const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
const authority = isIPv6(reachable) ? `[${reachable}]` : reachable
const { result } = concurrently(
  [
    { name: 'server', command: 'npm run dev:server' },
    {
      name: 'client',
      command: 'npm run dev:client',
      env: { RINGSIDE_DEV_SERVER: `http://${authority}:${port}` },
    },
  ],
  { killOthersOn: ['success', 'failure'] },
)
await result.catch(() => (process.exitCode = 1))
