import { z } from 'zod'
import { Checker, CheckerDown, type CheckedImage, type Submission } from './checker.js'

const MODEL = 'omni-moderation-latest'
const PATIENCE_MS = 5_000
const TRIES = 2
/** Of a long conversation the newest words are judged, in pieces that the API takes. */
const JUDGED_CHARACTERS = 60_000
const PIECE_CHARACTERS = 20_000

const Reply = z.object({ results: z.array(z.object({ flagged: z.boolean() })).min(1) })

/** OpenAI's moderation API, or another of its form: `POST <base>/moderations`. */
export class OpenaiChecker extends Checker {
  constructor(
    private readonly base: string,
    private readonly key: string | undefined,
  ) {
    super()
  }

  async refuses({ text, images }: Submission): Promise<boolean> {
    // The API takes one picture at a time.
    const inputs = [...piecesOf(text), ...images.map((image) => [pictureOf(image)])]
    const verdicts = await Promise.all(inputs.map((input) => this.judge(input)))
    return verdicts.includes(true)
  }

  private async judge(input: unknown): Promise<boolean> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.ask(input)
      } catch (error) {
        if (tried < TRIES && isPassing(error)) continue
        throw new CheckerDown(reasonOf(error))
      }
    }
  }

  private async ask(input: unknown): Promise<boolean> {
    const response = await fetch(`${this.base}/moderations`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'content-type': 'application/json',
        ...(this.key !== undefined && { authorization: `Bearer ${this.key}` }),
      },
      body: JSON.stringify({ model: MODEL, input }),
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new HttpStatus(response.status)
    }
    const { results } = Reply.parse(await response.json())
    return results.some(({ flagged }) => flagged)
  }
}

class HttpStatus extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`)
  }
}

/** What may be gone at the next try; a wrong key and a strange answer stay. */
const isPassing = (error: unknown): boolean =>
  error instanceof HttpStatus
    ? error.status === 429 || error.status >= 500
    : !(error instanceof z.ZodError || error instanceof SyntaxError)

function reasonOf(error: unknown): string {
  if (error instanceof HttpStatus) return error.message
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'unreadable answer'
  if ((error as Error).name === 'TimeoutError') return `no answer within ${PATIENCE_MS} ms`
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
  return code ?? 'cannot be reached'
}

function piecesOf(text: string): string[] {
  const judged = text.slice(-JUDGED_CHARACTERS)
  const pieces: string[] = []
  for (let from = 0; from < judged.length; from += PIECE_CHARACTERS) {
    pieces.push(judged.slice(from, from + PIECE_CHARACTERS))
  }
  return pieces
}

const pictureOf = ({ mediaType, data }: CheckedImage) => ({
  type: 'image_url',
  image_url: { url: `data:${mediaType};base64,${data.toString('base64')}` },
})
