import { AppError } from '../domain/app-error.js'
import { normaliseImage } from './normalise-image.js'
import type { PictureOrder, PictureReply } from './picture-order.js'

// The other end of `PictureMaker`: one picture after the other, and nothing else that could be lost or told.

process.on('message', ({ file }: PictureOrder) => {
  void made(file).then((reply) => {
    process.send?.(reply)
    // Pixels lie outside of the heap, whose own rules would let them wait for their end.
    globalThis.gc?.()
  })
})

async function made(file: string): Promise<PictureReply> {
  try {
    return { image: await normaliseImage(file) }
  } catch (error) {
    if (!(error instanceof AppError)) return { failure: String(error) }
    const { code, message } = error
    return { refusal: { code, message } }
  }
}

// It ends when the arena lets go of it or is gone. What ends an arena reaches its group, and pictures that are on their
// way are still taken then.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
