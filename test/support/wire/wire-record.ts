import type { ClientEvent, ClientEventMap } from '#shared/protocol/index'
import type { TestPerson } from '../test-person.js'
import { BEFORE_THE_REVEAL, HEADERS } from './before-the-reveal.js'
import { keyPaths } from './key-paths.js'

/** Everything that reached a person, searched for words and for keys that nobody allowed. */
export class WireRecord {
  readonly counts = { frames: 0, replies: 0, bodies: 0 }
  readonly unexpected = new Set<string>()
  /** Which frames, replies and bodies there were. */
  readonly kinds = new Set<string>()
  private readonly parts: string[] = []

  /** Hears every frame from now on. @returns what ends it */
  listen(person: TestPerson): () => void {
    const listener = (event: string, payload: unknown) => {
      this.counts.frames += 1
      this.add(event, payload)
    }
    person.socket.onAny(listener)
    return () => person.socket.offAny(listener)
  }

  async ask<E extends ClientEvent>(person: TestPerson, event: E, payload: ClientEventMap[E][0]) {
    const reply = await person.ask(event, payload)
    this.counts.replies += 1
    this.add(`ack ${event}`, reply.ok ? reply.data : reply)
    return reply
  }

  async read(person: TestPerson, kind: string, path: string): Promise<void> {
    const response = await this.fetch(person, path)
    this.add(kind, await response.json())
  }

  /** Of what has no keys, or none that are special to a battle: its words only. */
  async look(person: TestPerson, path: string): Promise<void> {
    const response = await this.fetch(person, path)
    this.parts.push(await response.text())
  }

  private async fetch(person: TestPerson, path: string): Promise<Response> {
    // A connection that the server closes in the moment of its reuse would fail the request.
    const response = await person.fetch(path, { headers: { connection: 'close' } })
    this.counts.bodies += 1
    for (const [name, value] of response.headers) {
      if (!HEADERS.includes(name)) this.unexpected.add(`header ${name}`)
      this.parts.push(`${name}: ${value}`)
    }
    return response
  }

  /** @returns those of the words that were told, in any case */
  find(words: readonly string[]): string[] {
    const all = this.parts.join('\n').toLowerCase()
    return words.filter((word) => all.includes(word.toLowerCase()))
  }

  private add(kind: string, content: unknown): void {
    this.parts.push(JSON.stringify(content))
    this.kinds.add(kind)
    const allowed = BEFORE_THE_REVEAL[kind] ?? []
    for (const path of keyPaths(content)) {
      const key = path.replace(/(images|conversations|turns)\[\]$/u, '$1')
      if (!allowed.includes(key)) this.unexpected.add(`${kind}: ${key}`)
    }
  }
}
