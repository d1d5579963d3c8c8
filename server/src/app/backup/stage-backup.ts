import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { EXIT_CODES, StartupError } from '../../config/startup-error.js'
import { IMAGES } from '../../images/image-files.js'
import { SECRET_FILE } from '../../session/session-secret.js'
import { inspectDatabase } from '../../storage/database/inspect-database.js'
import { DATABASE } from '../../storage/database/open-database.js'
import { toDisk } from '../../storage/database/to-disk.js'
import { readContents } from './backup-folder.js'
import type { Tell } from './tell.js'

interface Asked {
  source: string
  /** Or the file of a database alone. */
  isFolder: boolean
  stage: string
  dataDir: string
}

interface Staged {
  pictures: number
  missing: number
}

/**
 * Copies a backup beside what it is to replace, and checks the copy.
 * @throws StartupError where anything of it is damaged or missing
 */
export async function stageBackup(
  { source, isFolder, stage, dataDir }: Asked,
  tell: Tell,
): Promise<Staged> {
  const expected = isFolder ? readContents(source).pictures : 0
  const original = isFolder ? join(source, DATABASE) : source
  const copy = join(stage, DATABASE)
  if (!existsSync(original)) throw incomplete(source, 'the database is missing')
  tell.step(`Copying ${original}`)
  await copyTold(original, copy, tell)
  // A file that was copied by hand may have its last commits in a log beside it.
  if (existsSync(`${original}-wal`)) await copyFile(`${original}-wal`, `${copy}-wal`)
  tell.step('Checking the database')
  const hashes = inspectDatabase(copy, original)
  toDisk(copy)
  if (!isFolder) {
    const pictures = hashes.filter((hash) => existsSync(join(dataDir, IMAGES, hash))).length
    return { pictures, missing: hashes.length - pictures }
  }
  tell.step('Copying and checking the pictures')
  const pictures = await copyPictures(source, stage, hashes, tell)
  if (pictures < expected) {
    throw incomplete(source, `${expected - pictures} of ${expected} pictures are missing`)
  }
  if (existsSync(join(source, SECRET_FILE))) {
    await copyFile(join(source, SECRET_FILE), join(stage, SECRET_FILE))
    toDisk(join(stage, SECRET_FILE))
  }
  return { pictures, missing: hashes.length - pictures }
}

async function copyTold(from: string, to: string, tell: Tell): Promise<void> {
  const { size } = statSync(from)
  let done = 0
  const reading = createReadStream(from).on('data', (chunk) => {
    done += chunk.length
    tell.sometimes(`Database: ${Math.floor((100 * done) / size)} %`)
  })
  await pipeline(reading, createWriteStream(to))
}

/** @returns how many there are */
async function copyPictures(
  source: string,
  stage: string,
  hashes: readonly string[],
  tell: Tell,
): Promise<number> {
  mkdirSync(join(stage, IMAGES))
  let copied = 0
  for (const [at, hash] of hashes.entries()) {
    tell.sometimes(`Pictures: ${at} of ${hashes.length}`)
    const picture = join(source, IMAGES, hash)
    if (!existsSync(picture)) continue
    const data = await readFile(picture)
    // A picture is named by what is in it.
    if (createHash('sha256').update(data).digest('hex') !== hash) {
      throw incomplete(source, `the picture ${hash} is damaged`)
    }
    await writeFile(join(stage, IMAGES, hash), data)
    toDisk(join(stage, IMAGES, hash))
    copied += 1
  }
  return copied
}

const incomplete = (source: string, what: string): StartupError =>
  new StartupError(
    `${source} is not whole: ${what}. Nothing was changed.`,
    EXIT_CODES.configuration,
  )
