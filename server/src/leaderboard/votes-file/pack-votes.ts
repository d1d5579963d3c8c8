import { createHash } from 'node:crypto'
import { createGzip } from 'node:zlib'
import { once } from 'node:events'
import type { VoteLine } from '../../domain/voting/vote-line.js'
import { VOTE_TEXT } from './vote-text.js'

/** Bytes of a piece as it is stored. */
const PART_BYTES = 512 * 1024

export interface PackedVotes {
  votes: number
  /** SHA-256 of the lines, in hex. */
  hash: string
  /** The lines compressed by gzip, cut into pieces, as base64. */
  parts: string[]
}

/** Writes votes as lines of JSON and compresses them as they come, beside the event loop. */
export async function packVotes(lines: AsyncIterable<readonly VoteLine[]>): Promise<PackedVotes> {
  const hash = createHash('sha256')
  const gzip = createGzip()
  const chunks: Buffer[] = []
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk))
  let votes = 0
  for await (const some of lines) {
    const text = some.map(VOTE_TEXT.jsonl.line).join('')
    votes += some.length
    hash.update(text)
    if (!gzip.write(text)) await once(gzip, 'drain')
  }
  gzip.end()
  await once(gzip, 'end')
  return { votes, hash: hash.digest('hex'), parts: piecesOf(Buffer.concat(chunks)) }
}

function piecesOf(file: Buffer): string[] {
  const pieces: string[] = []
  for (let from = 0; from < file.length; from += PART_BYTES) {
    pieces.push(file.subarray(from, from + PART_BYTES).toString('base64'))
  }
  return pieces
}
