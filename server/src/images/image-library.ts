import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { Clock, IdSource } from '../domain/ports.js'
import type { ImageRow } from '../storage/database/database.js'
import { ImageRepository } from '../storage/conversations/image.repository.js'
import type { EncodedImage } from './encode-image.js'
import { ImageFiles } from './image-files.js'

/** All pictures: their rows and their files, in step. A file comes before its row and goes after it. */
@Injectable()
export class ImageLibrary {
  private lastChange: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly files: ImageFiles,
    private readonly images: ImageRepository,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  add(ownerId: string, image: EncodedImage): Promise<ImageRow> {
    const { data, type, width, height } = image
    const hash = createHash('sha256').update(data).digest('hex')
    const row: ImageRow = {
      id: this.ids.next(),
      ownerId,
      hash,
      type,
      width,
      height,
      bytes: data.length,
      createdAt: this.clock.now(),
    }
    return this.inTurn(async () => {
      await this.files.write(hash, data)
      await this.images.insert(row)
      return row
    })
  }

  /** @returns undefined where the picture, or its file, is gone */
  async read(id: string): Promise<(EncodedImage & { hash: string }) | undefined> {
    const row = await this.images.find(id)
    const data = row && (await this.files.read(row.hash))
    if (!row || !data) return undefined
    const { hash, type, width, height } = row
    return { data, hash, type, width, height }
  }

  /** Removes these files where no row names them any more. */
  discard(hashes: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      const named = await this.images.named(hashes)
      for (const hash of hashes) if (!named.has(hash)) await this.files.remove(hash)
    })
  }

  /** Erases what was uploaded before `time` and never sent, and what a crash left behind. */
  async sweep(time: number): Promise<void> {
    await this.files.removeUnfinished(time)
    await this.images.forgetUnsent(time)
    const written = await this.files.writtenBefore(time)
    for (let at = 0; at < written.length; at += SWEEP_STEP) {
      await this.discard(written.slice(at, at + SWEEP_STEP))
    }
  }

  /** One change after the other: a file that is being discarded is not taken for granted by an upload. */
  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.lastChange.then(change)
    this.lastChange = mine.catch(() => undefined)
    return mine
  }
}

/** Hashes in one query. */
const SWEEP_STEP = 200
