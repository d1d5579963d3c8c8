import { IMAGE_BYTES, IMAGE_PIXELS } from '#shared/limits'

/** No camera packs 25 megapixels into so little, and decoding takes time on a phone. */
const SMALL_BYTES = 3 * 1024 * 1024
/** Longest side of a picture that was too large: more than any model looks at. */
const SIDE = 4096

/**
 * The photo of a phone may be larger than the server takes: such a one is made smaller here. Whatever
 * the browser cannot read goes to the server as it is, which says what is wrong with it.
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  if (file.size <= SMALL_BYTES) return file
  return redrawPicture(
    file,
    (width, height) => file.size > IMAGE_BYTES || width * height > IMAGE_PIXELS,
  )
}

/** The picture drawn anew as a plain JPEG; the file itself where that is not needed or not possible. */
export async function redrawPicture(
  file: Blob,
  needed: (width: number, height: number) => boolean = () => true,
): Promise<Blob> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return file
  const { width, height } = bitmap
  try {
    if (!needed(width, height)) return file
    const scale = Math.min(1, SIDE / Math.max(width, height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    const context = canvas.getContext('2d')
    if (!context) return file
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const jpeg = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', 0.9),
    )
    return jpeg ?? file
  } finally {
    bitmap.close()
  }
}
