import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Settings } from '../config/settings.js'

/** Their folder in the data folder. */
export const IMAGES = 'images'

/** The files of pictures below the data folder, each named by the hash of what is in it. */
@Injectable()
export class ImageFiles {
  readonly folder: string
  /** Where uploads arrive and files are written before they are whole. */
  readonly unfinished: string

  constructor({ dataDir }: Settings) {
    this.folder = join(dataDir, IMAGES)
    this.unfinished = join(this.folder, 'unfinished')
  }

  async prepare(): Promise<void> {
    await mkdir(this.unfinished, { recursive: true })
  }

  /** Once this resolves the file is on the disk; a crash before that leaves none under its name. */
  async write(hash: string, data: Buffer): Promise<void> {
    const target = this.pathOf(hash)
    if (await exists(target)) return
    await this.prepare()
    const draft = join(this.unfinished, randomUUID())
    try {
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(data)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, target)
      await syncFolder(this.folder)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
  }

  /** @returns undefined where there is no such file */
  async read(hash: string): Promise<Buffer | undefined> {
    return readFile(this.pathOf(hash)).catch(missing)
  }

  async remove(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true })
  }

  /** Hashes of the files that were written before `time`. */
  async writtenBefore(time: number): Promise<string[]> {
    const names = (await list(this.folder)).filter((name) => HASH.test(name))
    return older(this.folder, names, time)
  }

  /** Uploads that broke off and files that were never whole. */
  async removeUnfinished(time: number): Promise<void> {
    const names = await list(this.unfinished)
    for (const name of await older(this.unfinished, names, time)) {
      await rm(join(this.unfinished, name), { force: true })
    }
  }

  private pathOf(hash: string): string {
    if (!HASH.test(hash)) throw new Error('not a hash')
    return join(this.folder, hash)
  }
}

const HASH = /^[0-9a-f]{64}$/

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(missing)) !== undefined

const list = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(missing)) ?? []

async function older(folder: string, names: readonly string[], time: number): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    const file = await stat(join(folder, name)).catch(missing)
    if (file && file.mtimeMs < time) found.push(name)
  }
  return found
}

/** A rename is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
