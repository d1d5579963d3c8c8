/**
 * Reads a download to its end, telling how many of its lines have come.
 * @throws where it breaks off
 */
export async function receiveRows(
  response: Response,
  told: (lines: number) => void,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let lines = 0
  const reader = response.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) break
    parts.push(value)
    for (const byte of value) if (byte === NEW_LINE) lines += 1
    told(lines)
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' })
}

const NEW_LINE = 10
