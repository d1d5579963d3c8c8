import OpenAI from 'openai'
import type { BenchProcess } from '../support/bench-process.js'
import type { Contender } from './contender.js'
import { Ears, Heard } from './ears.js'

/** One token at once, then the end. */
const PROMPT = '1 0'

/** Milliseconds from the birth of the first token to the ear of a person who asked one model. */
export async function throughServer(contender: Contender, rounds: number): Promise<number[]> {
  const waits: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const heard = new Heard()
    const seat = await contender.sit(new Ears(heard), [])
    const sent = performance.now()
    const arrived = heard.first().then(() => waits.push(performance.now() - sent))
    await Promise.all([seat.run(PROMPT, 1), arrived])
    seat.leave()
  }
  return waits
}

/** The same by the SDK alone, in this process. */
export async function bySdk(upstream: BenchProcess, rounds: number): Promise<number[]> {
  const client = new OpenAI({ apiKey: 'none', baseURL: `${upstream.url}/v1`, maxRetries: 0 })
  const waits: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const sent = performance.now()
    const stream = await client.chat.completions.create({
      model: 'bench',
      stream: true,
      messages: [{ role: 'user', content: PROMPT }],
    })
    let first = true
    for await (const { choices } of stream) {
      if (first && choices[0]?.delta.content) waits.push(performance.now() - sent)
      first &&= !choices[0]?.delta.content
    }
  }
  return waits
}
