import { AI } from './ai.js'
import { ALGORITHMS } from './algorithms.js'
import { DATABASES } from './databases.js'
import { EVERYDAY } from './everyday.js'
import { HOME } from './home.js'
import { LIFE } from './life.js'
import { NETWORKS } from './networks.js'
import { PHYSICS } from './physics.js'
import { SKY } from './sky.js'
import { SOCIETY } from './society.js'
import { SOFTWARE } from './software.js'
import type { Topic } from './topic.js'

const TOPICS: readonly Topic[] = [
  ...SOFTWARE,
  ...DATABASES,
  ...AI,
  ...ALGORITHMS,
  ...NETWORKS,
  ...SKY,
  ...PHYSICS,
  ...LIFE,
  ...SOCIETY,
  ...EVERYDAY,
  ...HOME,
]

/** The topic that the text names earliest: what comes first is mostly the matter. */
export function findTopic(text: string): Topic | undefined {
  let best: { topic: Topic; at: number } | undefined
  for (const topic of TOPICS) {
    const at = text.search(topic.match)
    if (at >= 0 && (!best || at < best.at)) best = { topic, at }
  }
  return best?.topic
}
