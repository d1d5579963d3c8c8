import { createHmac, randomBytes } from 'node:crypto'

/** Letters of a pseudonym: 96 bits, far more than what could ever meet by chance. */
const LENGTH = 16

/** Names that are always the same for the same thing and tell nothing of it without the salt. */
export class Pseudonyms {
  /** @param salt a secret; without one, names that nobody can make again */
  constructor(private readonly salt: string = randomBytes(32).toString('base64url')) {}

  /** @param kind what is named, so that names of two kinds never meet */
  of(kind: 'voter' | 'battle', id: string): string {
    const digest = createHmac('sha256', this.salt).update(`${kind}\n${id}`).digest('base64url')
    return `${kind}-${digest.slice(0, LENGTH)}`
  }
}
