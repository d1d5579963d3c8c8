import { open } from 'node:fs/promises'
import { AppError } from '../domain/app-error.js'

/** The kinds of picture that are taken, as sharp calls them. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif'

/** First bytes that prove nothing but that a decoder of this kind may be asked. */
const HEAD_BYTES = 16

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** The format by content; a file name or a declared type says nothing. */
export function imageFormat(head: Buffer): ImageFormat | undefined {
  if (head.subarray(0, 8).equals(PNG)) return 'png'
  if (head.subarray(0, 3).equals(JPEG)) return 'jpeg'
  const text = head.toString('latin1')
  if (/^GIF8[79]a/.test(text)) return 'gif'
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp'
  return undefined
}

/** Whether a WebP file is a lossy picture and nothing else; one with more to it may be anything inside. */
export const isPlainLossyWebp = (head: Buffer): boolean =>
  head.subarray(12, 16).toString('latin1') === 'VP8 '

export interface PictureHead {
  head: Buffer
  format: ImageFormat
}

/**
 * The beginning of a file that may be a picture.
 * @throws AppError `image_unreadable` where it is none by its first bytes
 */
export async function requirePicture(file: string): Promise<PictureHead> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const head = buffer.subarray(0, bytesRead)
    const format = imageFormat(head)
    if (!format) throw unreadable()
    return { head, format }
  } finally {
    await handle.close()
  }
}

export const unreadable = (): AppError =>
  new AppError(
    'image_unreadable',
    'This file is damaged or no picture that can be taken. PNG, JPEG, WebP and GIF can.',
  )
