import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BlindPace } from '#shared/vocabulary'
import { BenchProcess } from '../support/bench-process.js'
import { transportsOf, type Contender } from './contender.js'
import type { Ears } from './ears.js'
import { RingsideClient } from './ringside-client.js'

const MODELS = ['one', 'two']

/** The built command as people run it: storage, sessions, time limits, pace and all. */
export async function ringsideContender(
  name: string,
  env: Record<string, string>,
  pace: BlindPace,
): Promise<Contender> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-bench-'))
  const endpointFile = join(dataDir, 'api_endpoint.json')
  const model = { api_type: 'openai', api_base: `${env.UPSTREAM}/v1`, api_key: 'none' }
  writeFileSync(endpointFile, JSON.stringify(Object.fromEntries(MODELS.map((key) => [key, model]))))
  const server = await BenchProcess.start(resolve('dist/server/src/main.js'), {
    ...env,
    PORT: '0',
    DATA_DIR: dataDir,
    API_ENDPOINT_FILE: endpointFile,
    BLIND_PACE: pace,
    // Nobody is kept out: it is the relay that is measured.
    LIMITS: 'off',
    PROVIDER_CONCURRENCY: '1000',
  })
  return {
    name,
    server,
    async sit(ears, watchers, polling) {
      const owner = await RingsideClient.arrive(server.url, ears)
      const transports = transportsOf(watchers.length, polling)
      const others = await Promise.all(
        watchers.map((each, index) =>
          RingsideClient.arrive(server.url, each, owner.cookie, transports[index]),
        ),
      )
      const all = [owner, ...others]
      return {
        async run(text, sides) {
          const ends = all.map((each) => each.ended())
          const { conversationId } = await owner.does('conversation:start', {
            text,
            ...(sides === 1 ? { mode: 'direct', models: [MODELS[0]!] } : { mode: 'battle' }),
          })
          await Promise.all(
            others.map((each, index) => watch(each, conversationId, watchers[index]!)),
          )
          await Promise.all(ends)
        },
        leave: () => all.forEach((each) => each.leave()),
      }
    },
  }
}

/** A watcher that comes late has the text so far from the snapshot, and what follows from frames. */
async function watch(client: RingsideClient, conversationId: string, ears: Ears): Promise<void> {
  const { snapshot } = await client.does('conversation:join', { conversationId })
  for (const [side, answer] of Object.entries(snapshot.turns[0]?.answers ?? {})) {
    ears.hear(side, answer.text, true)
  }
}
