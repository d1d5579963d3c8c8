import { rmSync } from 'node:fs'
import type { Call, Reply } from '../support/fake-upstream/script.js'
import { startFakeUpstream } from '../support/fake-upstream/fake-upstream.js'
import { folderWith, type Row } from '../support/imported-votes.js'
import { ADMIN_TOKEN } from '../support/test-admin.js'
import { startArena, type TestArena } from '../support/test-arena.js'
import type { State } from './states/steps.js'

const NAMES = ['atlas-large', 'borealis-2', 'cedar-mini', 'delta-pro']

const CODE = `type Interval = [start: number, end: number]

function mergeIntervals(intervals: Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const [start, end] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}`

const FIRST = `Sort by the start, then extend the last interval while the next one begins before it ends. Running time: $O(n \\log n)$.

\`\`\`typescript
${CODE}
\`\`\`

| Input | Result |
| ----- | ------ |
| \`[]\` | \`[]\` |
| \`[1, 3], [2, 6]\` | \`[1, 6]\` |

1. Nothing in, nothing out.
2. What touches is merged: \`[1, 2], [2, 3]\` is \`[1, 3]\`.
`
const SECOND = `Merge overlapping intervals, ready to run:

\`\`\`typescript
${CODE}

console.assert(mergeIntervals([]).length === 0)
\`\`\`

The input is **not** changed: \`toSorted\` makes a copy.
`

/** Every second answer to a prompt with "fail" does: one side of each battle. */
let failing = false

/**
 * What the models say: a prompt with "wait" is answered half and one with "silence" not at all, both without an end;
 * one with "fail" fails on one side, one with "lose" on both.
 */
function reply({ body }: Call): Reply {
  const asked = JSON.stringify(body.messages)
  const first = body.model === NAMES[0] || body.model === NAMES[2]
  const text = (first ? FIRST : SECOND).match(/[^]{1,80}/g) ?? []
  if (asked.includes('wait')) return { text, cut: { after: 6, by: 'stall' } }
  if (asked.includes('silence')) return { text: [], cut: { after: 0, by: 'stall' } }
  if (asked.includes('lose')) return { status: 400 }
  if (asked.includes('fail') && (failing = !failing))
    return { text, cut: { after: 2, by: 'reset' } }
  const pace = { firstByteMs: 400, chunkMs: 150 }
  return {
    ...pace,
    reasoning: ['First I sort, then I merge.'],
    text,
    usage: { input: 60, output: 240 },
  }
}

const VOTES: Row[] = NAMES.flatMap((a, at) =>
  NAMES.slice(at + 1).flatMap((b, gap): Row[] => [
    [a, b, 'model_a', 46 + 12 * gap],
    [a, b, 'model_b', 30 - 6 * gap],
    [a, b, 'tie', 14],
  ]),
)

export interface Stage {
  /** The arena of a state: one for all, but for those with settings of their own, which also have a folder of their own. */
  arenaOf(state: Pick<State, 'env'>): Promise<TestArena>
  close(): Promise<void>
}

/** An arena with four models and a board, for pictures. */
export async function startStage(settings: Record<string, string> = {}): Promise<Stage> {
  const upstream = await startFakeUpstream()
  upstream.script(reply)
  const models = Object.fromEntries(
    NAMES.map((name, at) => [
      name,
      {
        model_name: name,
        api_type: 'openai',
        api_base: `${upstream.url}/v1`,
        api_key: 'k',
        organization: ['Atlas Labs', 'Borealis', 'Cedar', 'Delta'][at],
        license: at % 2 ? 'MIT' : 'Proprietary',
        input_price: 1 + at,
        output_price: 4 + at,
        'vision-arena': true,
      },
    ]),
  )
  const dataDir = await folderWith(models, VOTES)
  const env = { ADMIN_TOKEN, PUBLIC_URL: '', ...settings }
  const arena = await startArena({ models, dataDir, env })
  const others = new Map<string, Promise<TestArena>>()
  return {
    arenaOf({ env: more }) {
      if (!more) return Promise.resolve(arena)
      const key = JSON.stringify(more)
      const found = others.get(key) ?? startArena({ models, env: { ...env, ...more } })
      others.set(key, found)
      return found
    },
    async close() {
      for (const each of [arena, ...(await Promise.all(others.values()))]) await each.close()
      await upstream.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
