import type { WireError } from '#shared/protocol/common'
import type { ImageView } from '#shared/protocol/image'
import { inBase } from './base-url.js'
import { failed, type Outcome } from './outcome.js'

export interface Upload {
  outcome: Promise<Outcome<ImageView>>
  cancel: () => void
}

/** Sends one picture; `fetch` cannot tell how far an upload has come. */
export function uploadPicture(
  file: Blob,
  name: string,
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.append('file', file, name)
  request.open('POST', inBase('api/images'))
  request.responseType = 'text'
  request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) onProgress(loaded / total)
  })
  const outcome = new Promise<Outcome<ImageView>>((resolve) => {
    request.addEventListener('load', () => resolve(read(request)))
    request.addEventListener('error', () => resolve(failed('offline')))
    request.addEventListener('abort', () => resolve(failed('offline')))
  })
  request.send(form)
  return { outcome, cancel: () => request.abort() }
}

function read({ status, responseText }: XMLHttpRequest): Outcome<ImageView> {
  const json = parse(responseText)
  if (status === 201) return { ok: true, data: json as ImageView }
  const error = (json as { error?: WireError } | undefined)?.error
  // A proxy in between may refuse a large body before the server sees it.
  if (!error) return failed(status === 413 ? 'image_too_large' : 'internal', `HTTP ${status}`)
  return { ok: false, error }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
